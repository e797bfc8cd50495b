package org.brood.bench.compare;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.brood.bench.server.CannedAnswer;
import org.brood.bench.server.Limit;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Setup;
import org.brood.bench.server.Site;
import org.brood.bench.server.Sizing;

/**
 * The servers that run at the moment. Those of one sizing stay up from workload to workload, so that a virtual machine is
 * warmed once; when another sizing is asked for, they go. The limit is another program for each answer, so it never stays.
 * Closing, which a shutdown hook may do from its own thread, leaves nothing running.
 */
final class Fleet implements AutoCloseable {
    private final Path directory;
    private final Site site;
    private final Map<Server, RunningServer> running = new HashMap<>();
    private Sizing sizing = Sizing.ORDINARY;
    private int started;
    private boolean closed;

    /** @param directory where each instance gets a folder */
    Fleet(Path directory, Site site) {
        this.directory = directory;
        this.site = site;
    }

    Site site() {
        return site;
    }

    /** Makes ready for a workload: what runs at another size, or repeats another answer, is stopped. */
    synchronized void adopt(Sizing wanted) {
        for (Iterator<RunningServer> each = running.values().iterator(); each.hasNext(); ) {
            RunningServer server = each.next();
            if (!wanted.equals(sizing) || server.server() instanceof Limit) {
                server.close();
                each.remove();
            }
        }
        sizing = wanted;
    }

    synchronized boolean runs(Server server) {
        return running.containsKey(server);
    }

    /** The instance that runs, or a new one. It may not answer yet. */
    synchronized RunningServer start(Server server, CannedAnswer answer) throws IOException {
        if (closed) {
            throw new IOException("the comparison is being stopped");
        }
        RunningServer found = running.get(server);
        if (found != null) {
            return found;
        }
        Path home = directory.resolve(server.name() + "-" + started++);
        RunningServer fresh = RunningServer.start(server, new Setup(home, site, freePort(), sizing, answer));
        running.put(server, fresh);
        return fresh;
    }

    synchronized void stop(Server server) {
        RunningServer found = running.remove(server);
        if (found != null) {
            found.close();
        }
    }

    /** Free a moment ago; a server that finds it taken says so and is left out. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.values().forEach(RunningServer::close);
        running.clear();
    }
}
