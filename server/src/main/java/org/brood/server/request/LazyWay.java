package org.brood.server.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.brood.api.Body;
import org.jspecify.annotations.Nullable;

/**
 * The end of the filters. The first bytes are held back: what ends within them is the answer's whole body, with a length,
 * ranges and a place among the remembered answers; what is flushed or outgrows them begins, and the head leaves. Until then
 * filters may change it.
 */
final class LazyWay extends OutputStream {
    private static final int HELD = 8192;

    private final HttpExchange exchange;
    private final Wire wire;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);
    private @Nullable OutputStream sink;
    private boolean closed;

    LazyWay(HttpExchange exchange, Wire wire) {
        this.exchange = exchange;
        this.wire = wire;
    }

    /** Sends the head, and what has been held back. */
    OutputStream begin() throws IOException {
        OutputStream open = sink;
        if (open == null) {
            open = wire.begin(exchange);
            sink = open;
            held.writeTo(open);
            held.reset();
        }
        return open;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        if (sink == null && held.size() + length <= HELD) {
            held.write(data, offset, length);
        } else {
            begin().write(data, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        begin().flush();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (sink == null) {
            exchange.response().body(new Body.Bytes(held.toByteArray()));
        } else {
            sink.close();
        }
    }
}
