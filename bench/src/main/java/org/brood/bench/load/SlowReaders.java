package org.brood.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that ask for a large file and take it 4 KiB at a time, ten times a second, through a small receive buffer: the server
 * has to keep the rest ready meanwhile. On a thread of its own until closed.
 */
public final class SlowReaders implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 16 * 1024;
    private static final int SIP = 4 * 1024;
    private static final long PAUSE_MILLIS = 100;

    private final List<SocketChannel> channels = new ArrayList<>();
    private final Thread thread = new Thread(this::sip, "slow readers");
    private volatile boolean stopping;

    private SlowReaders() {}

    public static SlowReaders start(int port, Request request, int count) throws IOException {
        SlowReaders readers = new SlowReaders();
        for (int number = 0; number < count; number++) {
            SocketChannel channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.connect(new InetSocketAddress("127.0.0.1", port));
            channel.write(ByteBuffer.wrap(request.wire().getFirst()));
            channel.configureBlocking(false);
            readers.channels.add(channel);
        }
        readers.thread.setDaemon(true);
        readers.thread.start();
        return readers;
    }

    /** How many there are. */
    public int count() {
        return channels.size();
    }

    private void sip() {
        ByteBuffer buffer = ByteBuffer.allocate(SIP);
        try {
            while (!stopping) {
                for (SocketChannel channel : channels) {
                    buffer.clear();
                    channel.read(buffer);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException over) {
            System.err.println("slow readers stopped: " + over);
        }
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }
}
