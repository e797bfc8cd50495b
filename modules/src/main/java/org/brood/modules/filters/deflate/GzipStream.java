package org.brood.modules.filters.deflate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * Compresses as it goes (RFC 1952): a head without time or name, so that equal content gives equal bytes; deflated blocks; the
 * checksum and length of what went in. A flush lets the reader see all that was written so far. One owner thread.
 *
 * <p>The JDK's own GZIPOutputStream is not used since it takes no compression level.
 */
final class GzipStream extends OutputStream {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, 3};

    private final Exchange exchange;
    private final DeflateSettings settings;
    private final OutputStream next;
    private final Deflater deflater;
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer;
    private boolean begun;
    private boolean closed;

    GzipStream(Exchange exchange, DeflateSettings settings, OutputStream next) {
        this.exchange = exchange;
        this.settings = settings;
        this.next = next;
        deflater = new Deflater(settings.level(), true);
        buffer = new byte[settings.bufferSize()];
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        checksum.update(data, offset, length);
        deflater.setInput(data, offset, length);
        while (!deflater.needsInput()) {
            drain(Deflater.NO_FLUSH);
        }
    }

    @Override
    public void flush() throws IOException {
        while (drain(Deflater.SYNC_FLUSH) == buffer.length) {
            // There may be more.
        }
        next.flush();
    }

    private int drain(int mode) throws IOException {
        if (!begun) {
            begun = true;
            next.write(HEAD, 0, HEAD.length);
        }
        int length = deflater.deflate(buffer, 0, buffer.length, mode);
        next.write(buffer, 0, length);
        return length;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            deflater.finish();
            while (!deflater.finished()) {
                drain(Deflater.NO_FLUSH);
            }
            byte[] end = new byte[8];
            putLong(end, 0, checksum.getValue());
            putLong(end, 4, deflater.getBytesRead());
            next.write(end, 0, end.length);
            report(deflater.getBytesRead(), deflater.getBytesWritten());
        } finally {
            deflater.end();
        }
        next.close();
    }

    private static void putLong(byte[] target, int at, long value) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private void report(long in, long out) {
        exchange.log("deflate").log(
                LogLevel.DEBUG,
                "AH01384",
                "Zlib: Compressed " + in + " to " + out + " : URL "
                        + exchange.resource().uri());
        note(settings.inputNote(), in, in);
        note(settings.outputNote(), out, out);
        note(settings.ratioNote(), in == 0 ? 0 : out * 100 / in, in);
    }

    private void note(@Nullable String name, long value, long present) {
        if (name != null) {
            exchange.notes().set(name, present > 0 ? Long.toString(value) : "-");
        }
    }
}
