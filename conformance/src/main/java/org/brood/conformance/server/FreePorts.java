package org.brood.conformance.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface that nobody listens on, at the moment of asking. They are below those that Linux gives to
 * outgoing connections (from 32768, see ip_local_port_range in ip(7)): one of these may be taken by any client until the server
 * under test binds it. Where another run looks for ports at the same time, chance keeps us apart.
 */
public final class FreePorts {
    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 10_000;

    private FreePorts() {}

    /** Distinct ports, free on every address. */
    public static List<Integer> take(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int i = 0; i < TRIES && found.size() < count; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree("0.0.0.0", port)) {
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw new IllegalStateException("no free ports between " + LOWEST + " and " + HIGHEST);
        }
        return List.copyOf(found);
    }

    /** Whether a server could bind {@code port} now (as servers do, with SO_REUSEADDR). */
    public static boolean isFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
