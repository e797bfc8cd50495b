package org.brood.server.connection;

import java.io.IOException;
import java.io.OutputStream;
import org.brood.protocol.http1.ChunkedCoding;
import org.brood.server.request.HttpExchange;

/**
 * A body on its way: in chunks, or bare where its length or the end of the connection ends it. Small writes are gathered;
 * flush and close send them.
 */
final class ResponseStream extends OutputStream {
    private static final int GATHERED = 16 * 1024;
    private static final int FRONT = ChunkedCoding.LONGEST_SIZE_LINE;

    private final Turn turn;
    private final HttpExchange exchange;
    private final boolean chunked;
    private final boolean silent;
    private final byte[] gathered = new byte[FRONT + GATHERED + ChunkedCoding.DATA_END_LENGTH];
    private int length;
    private long total;
    private boolean closed;

    /** @param silent whether no body may be sent: the answer to HEAD, 204, 304 */
    ResponseStream(Turn turn, HttpExchange exchange, boolean chunked, boolean silent) {
        this.turn = turn;
        this.exchange = exchange;
        this.chunked = chunked;
        this.silent = silent;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int count) throws IOException {
        if (silent) {
            return;
        }
        total += count;
        exchange.response().bodyBytesSent(total);
        int at = offset;
        int left = count;
        while (left > 0) {
            int part = Math.min(left, GATHERED - length);
            System.arraycopy(data, at, gathered, FRONT + length, part);
            length += part;
            at += part;
            left -= part;
            if (length == GATHERED) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (length == 0) {
            return;
        }
        int size = length;
        length = 0;
        if (!chunked) {
            turn.sendAll(gathered, FRONT, size);
            return;
        }
        byte[] line = new byte[FRONT];
        int lineLength = ChunkedCoding.sizeLine(size, line, 0);
        int start = FRONT - lineLength;
        System.arraycopy(line, 0, gathered, start, lineLength);
        int end = ChunkedCoding.dataEnd(gathered, FRONT + size);
        turn.sendAll(gathered, start, end - start);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        flush();
        if (chunked && !silent) {
            byte[] last = ChunkedCoding.last();
            turn.sendAll(last, 0, last.length);
        } else if (isShort()) {
            turn.abort();
        }
    }

    /** Fewer bytes than Content-Length said: only the end of the connection can tell the client. */
    private boolean isShort() {
        String promised = exchange.response().headers().get("Content-Length");
        return !silent && promised != null && !promised.equals(Long.toString(total));
    }
}
