package org.brood.server.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.brood.api.Body;
import org.brood.api.OutputFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a handler writes into. The first bytes are held back: an answer that ends within them is sent whole, with its length;
 * one that is flushed or outgrows them begins, and its head leaves.
 *
 * <pre>
 *   HELD --close--> whole body, Content-Length
 *   HELD --flush or full--> BEGUN (hooks, filters, head) --close--> ended, or whole where filters made it small
 * </pre>
 */
final class HandlerStream extends OutputStream {
    private static final int HELD = 8192;

    private final HttpExchange exchange;
    private final Processor processor;
    private final Wire wire;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);
    private @Nullable OutputStream way;
    private boolean closed;

    HandlerStream(HttpExchange exchange, Processor processor, Wire wire) {
        this.exchange = exchange;
        this.processor = processor;
        this.wire = wire;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the answer has ended");
        }
        if (way == null && held.size() + length <= HELD) {
            held.write(data, offset, length);
            return;
        }
        begun().write(data, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
            begun().flush();
        }
    }

    private OutputStream begun() throws IOException {
        OutputStream open = way;
        if (open == null) {
            processor.beforeResponse(exchange);
            LazyWay end = new LazyWay(exchange, wire);
            open = processor.filtered(exchange, OutputFilter.UNKNOWN, end);
            if (open.equals(end)) {
                end.begin();
            }
            way = open;
            held.writeTo(open);
            held.reset();
        }
        return open;
    }

    /** Whether hooks and filters have run for it. */
    boolean begins() {
        return way != null;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (way == null) {
            exchange.response().body(held.size() == 0 ? Body.EMPTY : new Body.Bytes(held.toByteArray()));
        } else {
            way.close();
        }
    }
}
