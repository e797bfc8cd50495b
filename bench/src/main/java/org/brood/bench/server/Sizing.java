package org.brood.bench.server;

/**
 * How much a server is prepared for; part of what makes two instances of one server different.
 *
 * @param children processes that serve, where a process serves more than one connection
 * @param threads of each child, where threads block for requests
 * @param connections open at once over all children
 * @param scripts whether CGI is configured, which costs some servers a helper process
 */
public record Sizing(int children, int threads, int connections, boolean scripts) {
    /** Two children for the two cores of the reference machine, and room for every ordinary load with its probes. */
    public static final Sizing ORDINARY = new Sizing(2, 64, 72, true);

    public static final Sizing CROWDED = new Sizing(2, 64, 264, true);

    /** For loads of many active connections. */
    public static final Sizing BUSY = new Sizing(2, 64, 2100, true);

    /** As many blocked requests as a thread each can hold. */
    public static final Sizing BLOCKING = new Sizing(2, 256, 512, true);

    /** One child, so that its birth and death show. */
    public static final Sizing LONELY = new Sizing(1, 64, 1, false);

    /** What start-up is measured with. */
    public static final Sizing FRESH = new Sizing(2, 64, 8, false);

    /** What restarts are measured with. */
    public static final Sizing RESTARTED = new Sizing(2, 64, 40, false);

    /** Room for connections that mostly idle, in as many children as their open files demand. */
    public static Sizing idle(int connections) {
        int children = Math.max(2, Math.ceilDiv(connections, Programs.openFiles() / 2));
        return new Sizing(children, 64, connections + 100, false);
    }

    /** Connections that one child must be able to hold when they spread unevenly. */
    int connectionsPerChild() {
        return connections / children + connections / (2 * children) + 64;
    }
}
