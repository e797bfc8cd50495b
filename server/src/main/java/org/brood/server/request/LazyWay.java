package org.brood.server.request;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Sends the head when the first filtered byte comes, so that filters may still change it until then. */
final class LazyWay extends OutputStream {
    private final HttpExchange exchange;
    private final Wire wire;
    private @Nullable OutputStream sink;

    LazyWay(HttpExchange exchange, Wire wire) {
        this.exchange = exchange;
        this.wire = wire;
    }

    private OutputStream sink() throws IOException {
        OutputStream open = sink;
        if (open == null) {
            open = wire.begin(exchange);
            sink = open;
        }
        return open;
    }

    @Override
    public void write(int octet) throws IOException {
        sink().write(octet);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        sink().write(data, offset, length);
    }

    @Override
    public void flush() throws IOException {
        sink().flush();
    }

    @Override
    public void close() throws IOException {
        sink().close();
    }
}
