package org.brood.scoreboard;

/**
 * Connections of a process, by what they wait for. All of them are in {@code total}.
 *
 * @param total open ones, at work or waiting
 * @param waiting more of a request, or the protocol's readiness, is waited for
 * @param writing an answer waits for the client to take it
 * @param keepAlive the next request is waited for
 * @param closing lingering close
 * @param suspended taken out by a module
 */
public record ConnectionCounts(int total, int waiting, int writing, int keepAlive, int closing, int suspended) {
    public static final ConnectionCounts NONE = new ConnectionCounts(0, 0, 0, 0, 0, 0);

    public ConnectionCounts plus(ConnectionCounts other) {
        return new ConnectionCounts(
                total + other.total,
                waiting + other.waiting,
                writing + other.writing,
                keepAlive + other.keepAlive,
                closing + other.closing,
                suspended + other.suspended);
    }
}
