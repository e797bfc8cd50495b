package org.brood.scoreboard;

/**
 * How many rows a board has. Fixed for its life.
 *
 * @param processes rows of processes: ServerLimit, and as many more as may be draining beside a full new generation
 * @param threads rows of threads per process: ThreadLimit
 * @param listeners hidden rows per process, for requests answered on a listener's own thread
 */
public record BoardShape(int processes, int threads, int listeners) {
    private static final int MOST_ROWS = 1 << 21;

    public BoardShape {
        boolean possible = processes > 0 && threads > 0 && listeners > 0;
        if (!possible || (long) processes * (threads + (long) listeners) > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "no such board: " + processes + " x (" + threads + " + " + listeners + ")");
        }
    }

    int rowsPerProcess() {
        return threads + listeners;
    }
}
