package org.brood.server.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hook;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.brood.server.core.CoreKeys.TraceEnable;
import org.brood.server.request.HttpExchange;

/** core.c and http_core.c as a module: the last word in each phase. */
public final class CoreModule implements Module {
    private static final int MOST_TRACED = 65536;

    private final StorageWalk walk = new StorageWalk();
    private final DefaultHandler handler = new DefaultHandler();

    @Override
    public String name() {
        return "core_module";
    }

    @Override
    public String source() {
        return "core.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        List<DirectiveSpec> all = new ArrayList<>(CoreServerDirectives.all());
        all.addAll(ConnectionDirectives.all());
        all.addAll(DirectoryDirectives.all());
        all.addAll(ScriptDirectives.all());
        return all;
    }

    @Override
    public void register(Hooks hooks) {
        hooks.postReadRequest(Position.REALLY_FIRST, on(HostCheck::run));
        hooks.translateName(Position.REALLY_LAST, on(CoreModule::documentRoot));
        hooks.mapToStorage(Position.FIRST, on(this::withoutStorage));
        hooks.mapToStorage(Position.REALLY_LAST, on(walk::run));
        hooks.typeChecker(Position.REALLY_LAST, on(CoreModule::overrideType));
        hooks.handler(Position.REALLY_LAST, on(handler::run));
        hooks.beforeResponse(Position.FIRST, on(CoreModule::defaultCharset));
    }

    private interface OwnHook {
        Verdict run(HttpExchange exchange) throws IOException;
    }

    private static Hook on(OwnHook hook) {
        return exchange -> hook.run(own(exchange));
    }

    private static HttpExchange own(Exchange exchange) {
        if (exchange instanceof HttpExchange http) {
            return http;
        }
        throw new IllegalArgumentException("not one of this server's exchanges");
    }

    private static Verdict documentRoot(HttpExchange exchange) {
        String uri = exchange.resource().uri();
        if (uri.equals("*")) {
            return Verdict.OK;
        }
        if (!uri.startsWith("/")) {
            return Verdict.status(400);
        }
        String below = StorageWalk.host(exchange).belowServerPath(uri);
        exchange.resource()
                .filename(exchange.virtualHost().documentRoot() + (below.startsWith("/") ? below : "/" + below));
        return Verdict.OK;
    }

    /** What is answered without looking for a file: OPTIONS * and TRACE. */
    private Verdict withoutStorage(HttpExchange exchange) throws IOException {
        if (exchange.resource().uri().equals("*")) {
            return Verdict.DONE;
        }
        return exchange.request().method().equals("TRACE") ? trace(exchange) : Verdict.DECLINED;
    }

    private static Verdict trace(HttpExchange exchange) throws IOException {
        TraceEnable enable = exchange.settings(CoreKeys.TRACE_ENABLE);
        if (enable == TraceEnable.OFF) {
            exchange.response().errorNote("TRACE denied by server configuration");
            exchange.response().allowed("");
            return Verdict.status(405);
        }
        boolean body = exchange.request().hasBody() && exchange.request().contentLength() != 0;
        if (enable != TraceEnable.EXTENDED && body) {
            exchange.response().errorNote("TRACE with a request body is not allowed");
            return Verdict.status(413);
        }
        ByteArrayOutputStream echo = new ByteArrayOutputStream();
        echo.writeBytes(octets(exchange.request().line() + "\r\n"));
        exchange.request().headers().forEach((name, value) -> echo.writeBytes(octets(name + ": " + value + "\r\n")));
        echo.writeBytes(octets("\r\n"));
        if (body) {
            byte[] octets = exchange.request().body().readNBytes(MOST_TRACED + 1);
            if (octets.length > MOST_TRACED) {
                exchange.response().errorNote("Extended TRACE request bodies cannot exceed 64k\n");
                return Verdict.status(413);
            }
            echo.writeBytes(octets);
        }
        exchange.response().contentType("message/http");
        try (OutputStream out = exchange.response().stream()) {
            out.flush();
            echo.writeTo(out);
        }
        return Verdict.DONE;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Verdict overrideType(HttpExchange exchange) {
        String type = exchange.settings(CoreKeys.FORCE_TYPE);
        if (!type.isEmpty()) {
            exchange.response().contentType(type);
        }
        String chosen = exchange.settings(CoreKeys.SET_HANDLER);
        if (!chosen.isEmpty()) {
            exchange.resource().handler(chosen);
        }
        List<String> filters = exchange.settings(CoreKeys.SET_OUTPUT_FILTER);
        if (!filters.isEmpty()) {
            List<String> all = new ArrayList<>(filters);
            all.addAll(exchange.resource().outputFilters());
            exchange.resource().outputFilters(all);
        }
        return Verdict.DECLINED;
    }

    /** AddDefaultCharset, for text/plain and text/html without one. */
    private static Verdict defaultCharset(HttpExchange exchange) {
        String charset = exchange.settings(CoreKeys.ADD_DEFAULT_CHARSET);
        String type = exchange.response().contentType();
        if (!charset.isEmpty() && type != null && (type.equals("text/plain") || type.equals("text/html"))) {
            exchange.response().contentType(type + "; charset=" + charset);
        }
        return Verdict.DECLINED;
    }
}
