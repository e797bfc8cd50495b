package org.brood.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A closed-loop load on a thread of its own, which accounts for every request and can be told that a new phase begins: what
 * happens before, during and after a restart is counted apart. Costs more CPU per request than wrk, so where both would do,
 * wrk measures.
 */
public final class NioLoad implements AutoCloseable {
    private static final int READ_SIZE = 256 * 1024;
    private static final long SELECT_MILLIS = 20;

    private final Selector selector;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final List<LoadCounts> phases;
    private final Thread thread;
    private volatile int phase;
    private volatile boolean stopping;
    private volatile boolean failed;

    private NioLoad(Selector selector, int phases) {
        this.selector = selector;
        this.phases = Stream.generate(LoadCounts::new).limit(phases).toList();
        this.thread = new Thread(this::run, "load");
    }

    /** Connects and starts; the first phase is phase 0. */
    public static NioLoad start(int port, Request request, int connections, int phases) throws IOException {
        NioLoad load = new NioLoad(Selector.open(), phases);
        InetSocketAddress target = new InetSocketAddress("127.0.0.1", port);
        List<byte[]> wire = request.wire();
        Iterator<byte[]> inTurn = Stream.iterate(0, turn -> (turn + 1) % wire.size())
                .map(wire::get)
                .iterator();
        for (int number = 0; number < connections; number++) {
            load.connections.add(new LoadConnection(target, load.selector, inTurn, request.status()));
        }
        load.thread.setDaemon(true);
        load.thread.start();
        return load;
    }

    /** From now on counts go there; any thread. */
    public void enter(int newPhase) {
        phase = newPhase;
    }

    /** Stops, and gives the counts of each phase; requests under way are neither answered nor lost. */
    public List<LoadCounts> stop() throws InterruptedException, IOException {
        stopping = true;
        selector.wakeup();
        thread.join();
        if (failed) {
            throw new IOException("the load generator failed; see above");
        }
        return phases;
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocate(READ_SIZE);
        try (selector) {
            while (!stopping) {
                selector.select(key -> ready(key, buffer), SELECT_MILLIS);
            }
            for (LoadConnection connection : connections) {
                connection.close();
            }
        } catch (IOException | RuntimeException problem) {
            failed = true;
            problem.printStackTrace();
        }
    }

    private void ready(SelectionKey key, ByteBuffer buffer) {
        try {
            ((LoadConnection) key.attachment()).ready(buffer, phases.get(phase));
        } catch (IOException cannotReconnect) {
            throw new IllegalStateException("no new connection can be made", cannotReconnect);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
