package org.brood.supervisor.handover;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brood.mpm.spi.MpmSettings;

/** Reads what {@link HandOverBytes} wrote. One use, one thread. A wrong byte is our own bug, so it is told as one. */
final class HandOverFormat {
    static final byte[] MAGIC = "BROODHND".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;

    private final ByteBuffer in;

    HandOverFormat(ByteBuffer in) {
        this.in = in;
    }

    HandOver read() {
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        int version = in.getInt();
        if (!Arrays.equals(magic, MAGIC) || version != VERSION) {
            throw new IllegalStateException("not a hand-over of version " + VERSION + ": parent and child are of "
                    + "different releases; restart the server");
        }
        return new HandOver(
                in.getInt(),
                text(),
                settings(),
                listeners(),
                logs(),
                in.getInt(),
                in.getLong(),
                new Identity(text(), in.getInt(), text(), in.getInt(), text(), text()),
                bytes());
    }

    private MpmSettings settings() {
        return new MpmSettings(
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getDouble(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getLong());
    }

    private List<HandOver.Heirloom> listeners() {
        List<HandOver.Heirloom> list = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            list.add(new HandOver.Heirloom(in.getInt(), in.getInt(), text(), bytes(), in.getInt(), in.getInt()));
        }
        return list;
    }

    private List<HandOver.Log> logs() {
        List<HandOver.Log> list = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            list.add(new HandOver.Log(in.getInt(), text()));
        }
        return list;
    }

    private String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }
}
