package org.brood.modules.mappers.dir;

import java.io.IOException;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.brood.modules.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * mod_dir. In the last fixup a directory is answered by a redirect to its name with a slash, or by the first index name that
 * a lookup finds as a file; a name with nothing behind it goes to FallbackResource. When no index is found, the last status
 * other than 404 that a lookup gave stands, so that no listing shows what an index was refused for.
 */
public final class DirModule implements Module {
    private static final String DIRECTORY = "httpd/unix-directory";
    private static final String REWRITE_HANDLER = "redirect-handler";

    @Override
    public String name() {
        return "dir_module";
    }

    @Override
    public String source() {
        return "mod_dir.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return DirDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.fixups(Position.LAST, DirModule::fixup);
    }

    private static Verdict fixup(Exchange exchange) throws IOException {
        Resource resource = exchange.resource();
        if (resource.status().isDirectory()) {
            return directory(exchange);
        }
        if (!resource.status().exists() && resource.handler() == null) {
            return fallback(exchange);
        }
        return Verdict.DECLINED;
    }

    private static Verdict directory(Exchange exchange) throws IOException {
        Resource resource = exchange.resource();
        if (resource.handler() == null) {
            resource.handler(DIRECTORY);
        }
        if (!resource.pathInfo().isEmpty()) {
            return Verdict.DECLINED;
        }
        DirSettings settings = exchange.settings(DirSettings.KEY);
        if (!resource.uri().endsWith("/")) {
            return slash(exchange, settings);
        }
        boolean taken = !DIRECTORY.equals(resource.handler())
                && (REWRITE_HANDLER.equals(resource.handler()) || Boolean.TRUE.equals(settings.checkHandler()));
        if (taken) {
            if (DIRECTORY.equals(exchange.response().contentType())) {
                exchange.response().contentType(null);
            }
            return Verdict.DECLINED;
        }
        return index(exchange, settings);
    }

    private static Verdict slash(Exchange exchange, DirSettings settings) {
        if (Boolean.FALSE.equals(settings.slash())) {
            return Verdict.DECLINED;
        }
        String method = exchange.request().method();
        boolean isGet = method.equals("GET") || method.equals("HEAD");
        if (!isGet && exchange.environment().get("redirect-carefully") != null) {
            return Verdict.DECLINED;
        }
        String path = Escapes.relativePath(exchange.resource().uri()) + "/";
        exchange.response()
                .headers()
                .set(
                        "Location",
                        exchange.url(withQuery(path, exchange.resource().query())));
        return Verdict.status(301);
    }

    private static Verdict index(Exchange exchange, DirSettings settings) throws IOException {
        List<String> names = settings.indexNames();
        int trouble = 0;
        for (String name : names) {
            Exchange found = exchange.lookup(withQuery(name, exchange.resource().query()));
            int status = found.response().status();
            if (isServable(found)) {
                return serve(exchange, settings, found);
            }
            boolean ownAnswer = isRedirect(status) || names.size() == 1 && (status == 406 || status == 401);
            if (ownAnswer) {
                takeAnswer(exchange, found);
                return Verdict.status(status);
            }
            if (status != 200 && status != 404) {
                trouble = status;
            }
        }
        if (trouble != 0) {
            return Verdict.status(trouble);
        }
        exchange.notes().set("dir-index-names", String.join(",", names));
        return Verdict.DECLINED;
    }

    private static Verdict serve(Exchange exchange, DirSettings settings, Exchange found) {
        Integer redirect = settings.indexRedirect();
        if (redirect != null && redirect != 0) {
            exchange.response()
                    .headers()
                    .set("Location", exchange.url(found.resource().uri()));
            return Verdict.status(redirect);
        }
        exchange.become(found);
        return Verdict.OK;
    }

    private static Verdict fallback(Exchange exchange) throws IOException {
        String name = exchange.settings(DirSettings.KEY).fallback();
        if (name == null || name.equalsIgnoreCase("disabled")) {
            return Verdict.DECLINED;
        }
        Exchange found = exchange.lookup(withQuery(name, exchange.resource().query()));
        if (isServable(found)) {
            exchange.become(found);
            return Verdict.OK;
        }
        int status = found.response().status();
        if (isRedirect(status)) {
            takeAnswer(exchange, found);
        }
        return status == 200 || status == 404 ? Verdict.DECLINED : Verdict.status(status);
    }

    private static boolean isServable(Exchange found) {
        boolean file = found.resource().status().isFile()
                || "proxy-server".equals(found.resource().handler());
        return found.response().status() == 200 && file;
    }

    private static void takeAnswer(Exchange exchange, Exchange found) {
        found.response()
                .headers()
                .forEach((name, value) -> exchange.response().headers().set(name, value));
        found.response()
                .errorHeaders()
                .forEach((name, value) -> exchange.response().errorHeaders().set(name, value));
        found.notes().forEach((name, value) -> exchange.notes().set(name, value));
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    private static String withQuery(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }
}
