package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.modules.mappers.rewrite.RuleSet.Outcome;
import org.jspecify.annotations.Nullable;

/** A place's rules on one exchange. */
final class PlaceRewrite {
    /** The beginning of a filename that stands for an internal redirect. */
    static final String REDIRECT = "redirect:";

    private final Exchange exchange;
    private final Resource resource;
    private final RewriteSettings settings;
    private final String handler;

    /** @param handler that performs internal redirects */
    PlaceRewrite(Exchange exchange, String handler) {
        this.exchange = exchange;
        this.resource = exchange.resource();
        this.settings = exchange.settings(RewriteSettings.PLACE);
        this.handler = handler;
    }

    Verdict fixUp() throws IOException {
        String directory = settings.directory();
        String filename = resource.filename();
        if (!settings.enabled() || directory.isEmpty() || settings.rules().isEmpty()) {
            return Verdict.DECLINED;
        }
        boolean withoutSlash = directory.equals(filename + "/");
        if (withoutSlash && !settings.has(Option.ALLOW_NO_SLASH) || Redirects.ended(exchange)) {
            return Verdict.DECLINED;
        }
        if (!exchange.allows(org.brood.api.Option.FOLLOW_SYM_LINKS)
                && !exchange.allows(org.brood.api.Option.SYM_LINKS_IF_OWNER_MATCH)) {
            return forbidden(filename);
        }
        String query = resource.query();
        Run run = new Run(exchange, directory);
        resource.filename(filename == null ? resource.uri() : filename);
        RuleSet rules = new RuleSet(
                settings.rules(), exchange.settings(RewriteSettings.SERVER).maps(), run);
        Outcome outcome = rules.apply();
        if (rules.ended()) {
            Redirects.end(exchange);
        }
        if (outcome == Outcome.UNCHANGED) {
            resource.filename(filename);
            return Verdict.DECLINED;
        }
        return result(run, outcome, filename, query);
    }

    private Verdict forbidden(@Nullable String filename) {
        exchange.log("rewrite").log(
                LogLevel.ERROR,
                "AH00670",
                "Options FollowSymLinks and SymLinksIfOwnerMatch are both off, so the RewriteRule directive is also "
                        + "forbidden due to its similar ability to circumvent directory restrictions : " + filename);
        return Verdict.status(403);
    }

    private Verdict result(Run run, Outcome outcome, @Nullable String before, @Nullable String query) {
        Verdict refusal = Redirects.refusal(run, outcome, "AH10411", "AH10160");
        if (refusal != null) {
            return refusal;
        }
        if (Url.isAbsolute(run.filename())) {
            resource.filename(withBase(run.filename()));
            return Redirects.redirect(run, outcome, query);
        }
        if (!run.filename().startsWith("/")) {
            return Verdict.status(400);
        }
        if (run.filename().equals(before)) {
            run.trace(LogLevel.TRACE1, "initial URL equal rewritten URL: " + before + " [IGNORING REWRITE]");
            return Verdict.OK;
        }
        String url = url(run.filename());
        run.trace(LogLevel.TRACE1, "internal redirect with " + url + " [INTERNAL REDIRECT]");
        resource.filename(REDIRECT + url);
        resource.handler(handler);
        return Verdict.OK;
    }

    /** In a URL of a redirect, the directory's name that a relative substitution brought in becomes RewriteBase. */
    private String withBase(String url) {
        String base = settings.base();
        int slash = url.indexOf('/', Url.schemeLength(url));
        if (base == null || slash < 0) {
            return url;
        }
        return url.substring(0, slash) + replaced(url.substring(slash), settings.directory(), base);
    }

    /** The URL path of a file name: by RewriteBase, DocumentRoot, or the alias that led here. */
    private String url(String file) {
        String base = settings.base();
        String root = exchange.virtualHost().documentRoot().toString();
        String url = base != null ? replaced(file, settings.directory(), base) : file;
        if (base == null && file.startsWith(root + "/")) {
            url = file.substring(root.length());
        }
        String context = resource.contextDocumentRoot();
        String prefix = resource.contextPrefix();
        boolean same = url.equals(file) && !settings.has(Option.IGNORE_CONTEXT_INFO);
        return same && context != null && prefix != null ? replaced(file, context, prefix) : url;
    }

    private static String replaced(String path, String prefix, String by) {
        String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        if (!path.startsWith(bare + "/")) {
            return path;
        }
        String rest = path.substring(bare.length() + 1);
        return by.isEmpty() || by.endsWith("/") ? by + rest : by + "/" + rest;
    }
}
