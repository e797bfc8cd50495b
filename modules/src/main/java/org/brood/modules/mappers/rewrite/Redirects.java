package org.brood.modules.mappers.rewrite;

import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.modules.mappers.rewrite.RuleSet.Outcome;
import org.brood.modules.text.Escapes;
import org.jspecify.annotations.Nullable;

/** What rules of servers and of places do alike once something was rewritten. */
final class Redirects {
    private static final String END = "mod_rewrite-end";

    private Redirects() {}

    /** Whether a rule with END was applied to this request, before an internal redirect perhaps. */
    static boolean ended(Exchange exchange) {
        for (Exchange at = exchange; at != null; at = at.previous()) {
            if (at.notes().get(END) != null) {
                return true;
            }
        }
        return false;
    }

    static void end(Exchange exchange) {
        exchange.notes().set(END, "1");
    }

    /**
     * What ends the request before anything is sent anywhere: a raw query, a rule's own status, a proxy that is not there.
     *
     * @return null when nothing does
     */
    static @Nullable Verdict refusal(Run run, Outcome outcome, String rawId, String proxyId) {
        if (queryIsRaw(run, outcome)) {
            return refuseRaw(run, rawId);
        }
        if (outcome == Outcome.STATUS) {
            return Verdict.status(run.status());
        }
        return run.filename().startsWith(OneRule.PROXY) ? refuseProxy(run, proxyId) : null;
    }

    /** Control characters and blanks in a query that nobody will escape. */
    private static boolean queryIsRaw(Run run, Outcome outcome) {
        String query = run.resource().query();
        boolean escaped = Url.isAbsolute(run.filename()) && outcome != Outcome.CHANGED_VERBATIM;
        return query != null && !escaped && query.chars().anyMatch(c -> c <= ' ' || c == 127);
    }

    private static Verdict refuseRaw(Run run, String id) {
        run.exchange()
                .log("rewrite")
                .log(LogLevel.ERROR, id, "Rewritten query string contains control characters or spaces");
        return Verdict.status(403);
    }

    private static Verdict refuseProxy(Run run, String id) {
        String text = "attempt to make remote request from mod_rewrite without proxy enabled: " + run.filename();
        run.exchange().log("rewrite").log(LogLevel.ERROR, id, text);
        return Verdict.status(403);
    }

    /** Sends the client to the absolute URL that the filename has become. @param before the query that came */
    static Verdict redirect(Run run, Outcome outcome, @Nullable String before) {
        Resource resource = run.resource();
        boolean verbatim = outcome == Outcome.CHANGED_VERBATIM;
        String url = verbatim ? run.filename() : Url.escaped(run.filename());
        String query = resource.query();
        if (query != null) {
            url += "?" + (verbatim || query.equals(before) ? query : Escapes.path(query));
        }
        int status = run.status() >= 300 && run.status() <= 399 && run.status() != 304 ? run.status() : 302;
        run.trace(LogLevel.TRACE1, "redirect to " + url + " [REDIRECT/" + status + "]");
        run.exchange().response().headers().set("Location", url);
        return Verdict.status(status);
    }
}
