package org.brood.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/**
 * One client connection of a {@link NioLoad}: sends a request, follows the answer, sends the next; when the connection ends it
 * makes a new one. Belongs to the load's thread.
 *
 * <pre>
 *   connect -> (connected) send -> read ... -> whole answer -> send
 *                                    |              `- the server closes -> connect
 *                                    `- end or error: count it -> connect
 * </pre>
 */
final class LoadConnection {
    private final InetSocketAddress target;
    private final Selector selector;
    private final Iterator<byte[]> requests;
    private final int expectedStatus;
    private final AnswerReader answer = new AnswerReader();
    private SocketChannel channel;
    private SelectionKey key;
    private boolean fresh = true;
    private long sentNanos;

    LoadConnection(InetSocketAddress target, Selector selector, Iterator<byte[]> requests, int expectedStatus)
            throws IOException {
        this.target = target;
        this.selector = selector;
        this.requests = requests;
        this.expectedStatus = expectedStatus;
        this.channel = SocketChannel.open();
        this.key = open();
    }

    /** Whether the whole request goes at once is not asked: it fits every socket buffer. */
    private void send() throws IOException {
        answer.reset();
        sentNanos = System.nanoTime();
        channel.write(ByteBuffer.wrap(requests.next()));
    }

    private SelectionKey open() throws IOException {
        fresh = true;
        sentNanos = System.nanoTime();
        answer.reset();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey fresher = channel.register(selector, SelectionKey.OP_CONNECT, this);
        if (channel.connect(target)) {
            fresher.interestOps(SelectionKey.OP_READ);
            send();
        }
        return fresher;
    }

    /** Called when the socket is ready; counts into the current phase. */
    void ready(ByteBuffer buffer, LoadCounts counts) throws IOException {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                send();
            } else if (key.isReadable()) {
                read(buffer, counts);
            }
        } catch (IOException broken) {
            counts.broken(fresh, answer.begun());
            again();
        }
    }

    private void read(ByteBuffer buffer, LoadCounts counts) throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            ended(counts);
            return;
        }
        counts.received(count);
        if (answer.feed(buffer.array(), count)) {
            counts.answered(System.nanoTime() - sentNanos, answer.status() == expectedStatus);
            fresh = false;
            next();
        }
    }

    private void next() throws IOException {
        if (answer.closes()) {
            again();
        } else {
            send();
        }
    }

    private void ended(LoadCounts counts) throws IOException {
        if (answer.end()) {
            counts.answered(System.nanoTime() - sentNanos, answer.status() == expectedStatus);
        } else {
            counts.broken(fresh, answer.begun());
        }
        again();
    }

    private void again() throws IOException {
        close();
        channel = SocketChannel.open();
        key = open();
    }

    void close() throws IOException {
        channel.close();
    }
}
