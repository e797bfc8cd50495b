package org.brood.server.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.brood.api.Body;
import org.brood.api.LogLevel;
import org.brood.api.Option;
import org.brood.api.Verdict;
import org.brood.api.VirtualHost;
import org.brood.conf.Settings;
import org.brood.protocol.http.RequestPath;
import org.brood.server.request.Core;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.Processor;
import org.jspecify.annotations.Nullable;

/** What the phases ask of core. The processor is given once, right after it is made. Any thread. */
public final class CoreServices implements Core {
    private static final int STANDARD_PORT = 80;

    private final ErrorAnswers errors = new ErrorAnswers();
    private final RangeCutter ranges = new RangeCutter();
    private final Conditions conditions;
    private @Nullable Processor processor;

    /** Lays {@code <If>} sections over an exchange's settings. */
    @FunctionalInterface
    public interface Conditions {
        void apply(HttpExchange exchange) throws IOException;
    }

    public CoreServices(Conditions conditions) {
        this.conditions = conditions;
    }

    public void serves(Processor made) {
        processor = made;
    }

    private Processor processor() {
        if (processor == null) {
            throw new IllegalStateException("core serves no processor yet");
        }
        return processor;
    }

    @Override
    public Settings defaults(VirtualHost host) {
        if (host instanceof HttpHost own) {
            return own.sections().defaults();
        }
        throw new IllegalStateException("not one of this server's hosts");
    }

    @Override
    public Verdict canonicalPath(HttpExchange exchange) {
        String path = exchange.resource().uri();
        if (path.equals("*")) {
            return exchange.request().method().equals("OPTIONS") ? Verdict.OK : Verdict.status(400);
        }
        RequestPath resolved = RequestPath.resolve(
                path, exchange.settings(CoreKeys.ENCODED_SLASHES), exchange.settings(CoreKeys.MERGE_SLASHES));
        exchange.resource().uri(resolved.text());
        if (resolved.status() == 400) {
            exchange.log("core").log(
                    LogLevel.ERROR,
                    "AH10244",
                    "invalid URI path (" + exchange.request().target() + ")");
        } else if (resolved.status() == 404) {
            exchange.log("core").log(
                    LogLevel.INFO,
                    "AH00026",
                    "found %2f (encoded '/') in URI path (" + exchange.request().target() + "), returning 404");
        }
        return resolved.status() == 200 ? Verdict.OK : Verdict.status(resolved.status());
    }

    @Override
    public void locations(HttpExchange exchange) {
        HttpHost host = StorageWalk.host(exchange);
        if (host.sections().hasLocations()) {
            String uri = exchange.resource().uri();
            Settings laid =
                    host.sections().location(exchange.place(), uri, mergedSlashes(uri), exchange.environment()::set);
            exchange.place(laid);
        }
    }

    private static String mergedSlashes(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }

    @Override
    public void conditions(HttpExchange exchange) throws IOException {
        conditions.apply(exchange);
    }

    @Override
    public void die(HttpExchange exchange, int status) throws IOException {
        errors.die(exchange, status, processor());
    }

    @Override
    public void finishWhole(HttpExchange exchange) throws IOException {
        if (!ranges.apply(exchange)) {
            exchange.response().status(200);
            errors.die(exchange, 416, processor());
            HttpExchange last = exchange.last();
            last.response()
                    .headers()
                    .set("Content-Length", Long.toString(last.response().body().length()));
        }
    }

    @Override
    public void copy(HttpExchange exchange, OutputStream to) throws IOException {
        write(exchange, exchange.response().body(), to);
        to.close();
    }

    private static void write(HttpExchange exchange, Body body, OutputStream to) throws IOException {
        switch (body) {
            case Body.Empty() -> {}
            case Body.Bytes(byte[] data) -> to.write(data);
            case Body.FileRange range -> {
                try (FileChannel channel = FileChannel.open(range.file(), StandardOpenOption.READ)) {
                    channel.position(range.offset());
                    InputStream in = Channels.newInputStream(channel);
                    byte[] buffer = new byte[16 * 1024];
                    long left = range.length();
                    while (left > 0 && !answered(exchange)) {
                        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                        if (read < 0) {
                            throw new IOException(range.file() + " became shorter while it was sent");
                        }
                        to.write(buffer, 0, read);
                        left -= read;
                    }
                }
            }
            case Body.Parts(List<Body> parts) -> {
                for (Body part : parts) {
                    write(exchange, part, to);
                }
            }
        }
    }

    /** Whether all that HEAD asks for is out. */
    private static boolean answered(HttpExchange exchange) {
        return exchange.response().committed() && exchange.request().isHead();
    }

    @Override
    public boolean recursionExceeded(HttpExchange exchange) {
        return RecursionCheck.exceeded(exchange);
    }

    @Override
    public long bodyLimit(HttpExchange exchange) {
        return exchange.settings(CoreKeys.LIMIT_REQUEST_BODY);
    }

    @Override
    public String serverName(HttpExchange exchange) {
        String asked = exchange.request().hostname();
        return switch (exchange.settings(CoreKeys.USE_CANONICAL_NAME)) {
            case OFF -> asked == null ? exchange.virtualHost().name() : asked;
            case ON -> exchange.virtualHost().name();
            case DNS -> exchange.client().localAddress();
        };
    }

    /** The client's word first, unless the canonical name is wanted; the port of the socket only where it was asked for. */
    @Override
    public int serverPort(HttpExchange exchange) {
        int asked = exchange.request().hostname() == null ? 0 : exchange.head().hostPort();
        boolean canonical = exchange.settings(CoreKeys.USE_CANONICAL_NAME) == CoreKeys.CanonicalName.ON;
        int named = exchange.virtualHost().port();
        if (!canonical && asked != 0) {
            return asked;
        }
        if (canonical && named != 0) {
            return named;
        }
        if (exchange.settings(CoreKeys.USE_CANONICAL_PHYSICAL_PORT)) {
            return exchange.listenerPort();
        }
        return named != 0 ? named : STANDARD_PORT;
    }

    @Override
    public boolean allows(HttpExchange exchange, Option option) {
        return exchange.settings(CoreKeys.OPTIONS).allows(option);
    }
}
