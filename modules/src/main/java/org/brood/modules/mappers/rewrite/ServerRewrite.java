package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import org.brood.api.Attributes;
import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.modules.mappers.rewrite.RuleSet.Outcome;
import org.jspecify.annotations.Nullable;

/** A server's rules on one exchange. A result is a URL, or a path: a file's where its first part exists, else below DocumentRoot. */
final class ServerRewrite {
    private final Exchange exchange;
    private final Resource resource;
    private final RewriteSettings settings;

    ServerRewrite(Exchange exchange) {
        this.exchange = exchange;
        this.resource = exchange.resource();
        this.settings = exchange.settings(RewriteSettings.SERVER);
    }

    Verdict translate() throws IOException {
        RewriteSettings place = exchange.settings(RewriteSettings.PLACE);
        if (!place.enabled() || Redirects.ended(exchange)) {
            return Verdict.DECLINED;
        }
        if (!resource.uri().startsWith("/") && !place.has(Option.ALLOW_ANY_URI)) {
            return Verdict.DECLINED;
        }
        scriptUrl();
        if (settings.rules().isEmpty()) {
            return Verdict.DECLINED;
        }
        String filename = resource.filename();
        String query = resource.query();
        Run run = new Run(exchange, "");
        resource.filename(filename == null ? resource.uri() : filename);
        RuleSet rules = new RuleSet(settings.rules(), settings.maps(), run);
        Outcome outcome = rules.apply();
        if (rules.ended()) {
            Redirects.end(exchange);
        }
        if (outcome == Outcome.UNCHANGED) {
            resource.filename(filename);
            return Verdict.DECLINED;
        }
        return result(run, rules, outcome, query);
    }

    private void scriptUrl() {
        Attributes environment = exchange.environment();
        String first = environment.get("REDIRECT_SCRIPT_URL");
        String url = first == null ? resource.uri() : first;
        environment.set("SCRIPT_URL", url);
        environment.set("SCRIPT_URI", exchange.url(url));
    }

    private Verdict result(Run run, RuleSet rules, Outcome outcome, @Nullable String query) {
        Verdict refusal = Redirects.refusal(run, outcome, "AH10410", "AH00669");
        if (refusal != null) {
            return refusal;
        }
        if (Url.isAbsolute(run.filename())) {
            return Redirects.redirect(run, outcome, query);
        }
        if (rules.passThrough()) {
            resource.uri(run.filename());
            resource.filename(null);
            return Verdict.DECLINED;
        }
        return local(run, rules.last());
    }

    private Verdict local(Run run, @Nullable Rule last) {
        String path = run.filename();
        if (!path.startsWith("/")) {
            return Verdict.status(400);
        }
        boolean reduced = run.reduced() && !settings.has(Option.LEGACY_PREFIX_DOC_ROOT);
        if (reduced || !isFile(path, last)) {
            resource.filename(exchange.virtualHost().documentRoot() + path);
        }
        run.trace(LogLevel.TRACE1, "go-ahead with " + run.filename() + " [OK]");
        return Verdict.OK;
    }

    /** Whether the path is meant as a file's: its first part exists, and was no accident. */
    private boolean isFile(String path, @Nullable Rule last) {
        int slash = path.indexOf('/', 1);
        String first = slash < 0 ? path : path.substring(0, slash);
        if (!exchange.files().status(first).exists()) {
            return false;
        }
        boolean anything = settings.has(Option.UNSAFE_PREFIX_STAT)
                || last == null
                || last.is(Flag.UNSAFE_PREFIX_STAT)
                || last.output().startsWith(first);
        return anything || path.startsWith(exchange.virtualHost().documentRoot().toString());
    }
}
