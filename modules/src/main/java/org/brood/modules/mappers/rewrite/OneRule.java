package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import org.brood.api.Attributes;
import org.brood.api.LogLevel;
import org.brood.api.Resource;
import org.jspecify.annotations.Nullable;

/** Applies single rules of a {@link Run}: pattern, conditions, substitution, and what the flags say of the result. */
final class OneRule {
    /** Notes to the type checker. */
    static final String FORCED_TYPE = "rewrite-forced-mimetype";

    static final String FORCED_HANDLER = "rewrite-forced-handler";

    /** The beginning of a filename that mod_proxy would understand. */
    static final String PROXY = "proxy:";

    private final Run run;
    private final Map<String, RewriteMap> maps;
    private boolean failed;

    OneRule(Run run, Map<String, RewriteMap> maps) {
        this.run = run;
        this.maps = maps;
    }

    /** Whether the last rule ended the request by itself: a question mark that a capture smuggled in. */
    boolean failed() {
        return failed;
    }

    /** @return whether pattern and conditions held */
    boolean apply(Rule rule) throws IOException {
        String uri = subject();
        run.trace(LogLevel.TRACE3, "applying pattern '" + rule.pattern().source() + "' to uri '" + uri + "'");
        MatchResult match = rule.pattern().find(uri);
        if ((match != null) == rule.negated()) {
            return false;
        }
        run.matched(rule.negated() ? null : match);
        if (!new Conditions(run, maps).hold(rule.conditions())) {
            return false;
        }
        Expansion expansion = new Expansion(run, maps, rule);
        String result = rule.is(Flag.NO_SUBSTITUTION) ? null : expansion.of(rule.output());
        if (result != null && expansion.unsafe() && !rule.is(Flag.UNSAFE_ALLOW_3F)) {
            return refuse();
        }
        expandRest(rule);
        if (result == null) {
            force(rule);
            if (rule.is(Flag.STATUS)) {
                run.status(rule.status());
            }
            return true;
        }
        run.trace(LogLevel.TRACE2, "rewrite '" + uri + "' -> '" + result + "'");
        substitute(rule, result);
        return true;
    }

    /** What patterns are held against: for a place the path below it, with what lies behind the file. */
    private String subject() {
        String name = run.filename();
        if (run.ofServer()) {
            return name;
        }
        String whole = name + run.resource().pathInfo();
        return whole.startsWith(run.directory())
                ? whole.substring(run.directory().length())
                : whole;
    }

    private boolean refuse() {
        run.exchange()
                .log("rewrite")
                .log(LogLevel.ERROR, "AH10508", "Unsafe URL with %3f URL rewritten without UnsafeAllow3F");
        run.status(403);
        failed = true;
        return true;
    }

    private void expandRest(Rule rule) throws IOException {
        Attributes environment = run.exchange().environment();
        for (String text : rule.environment()) {
            String line = new Expansion(run, maps, null).of(text);
            int colon = line.indexOf(':');
            if (line.startsWith("!")) {
                environment.remove(line.substring(1));
            } else {
                environment.set(
                        colon < 0 ? line : line.substring(0, colon), colon < 0 ? "" : line.substring(colon + 1));
            }
        }
        for (String text : rule.cookies()) {
            Cookie.add(run.exchange(), new Expansion(run, maps, null).of(text));
        }
    }

    private void force(Rule rule) throws IOException {
        force(rule, rule.type(), FORCED_TYPE);
        force(rule, rule.handler(), FORCED_HANDLER);
    }

    private void force(Rule rule, @Nullable String text, String note) throws IOException {
        String value = text == null ? "" : new Expansion(run, maps, rule).of(text);
        if (!value.isEmpty()) {
            run.exchange().notes().set(note, value.toLowerCase(Locale.ROOT));
        }
    }

    private void substitute(Rule rule, String result) throws IOException {
        boolean bare = !result.startsWith("/") && !Url.isAbsolute(result);
        boolean toClient = rule.is(Flag.PROXY) || rule.is(Flag.REDIRECT);
        boolean prefixed = bare && (!run.ofServer() || !toClient);
        String prefix = !prefixed ? "" : run.ofServer() ? "/" : run.directory();
        Resource resource = run.resource();
        if (!run.ofServer() && rule.is(Flag.DISCARD_PATH_INFO)) {
            resource.pathInfo("");
        }
        new Query(run).split(rule, prefix + result);
        if (rule.is(Flag.PROXY)) {
            resource.filename(PROXY + Url.qualified(run.exchange(), run.filename()));
        } else if (rule.is(Flag.REDIRECT)) {
            resource.filename(Url.qualified(run.exchange(), run.filename()));
            run.trace(LogLevel.TRACE2, "explicitly forcing redirect with " + run.filename());
            run.status(rule.status());
        } else {
            local(rule, prefixed);
        }
    }

    private void local(Rule rule, boolean prefixed) throws IOException {
        String path = Url.ofThisServer(run.exchange(), run.filename());
        if (path != null) {
            run.resource().filename(path);
            run.reduce();
        }
        if (Url.isAbsolute(run.filename())) {
            run.status(rule.status());
            return;
        }
        boolean meant = rule.is(Flag.KEEP_SLASHES) || prefixed || rule.output().startsWith("//");
        if (!meant) {
            run.resource().filename(run.filename().replaceFirst("^/+(?=/)", ""));
        }
        force(rule);
    }
}
