package org.brood.scoreboard;

/**
 * What a worker does, with the letter that the status page shows for it (mod_status manual page). The place in this list is the
 * number in memory, and httpd's too.
 */
public enum WorkerStatus {
    DEAD('.'),
    STARTING('S'),
    READY('_'),
    READING('R'),
    WRITING('W'),
    KEEPALIVE('K'),
    LOGGING('L'),
    DNS('D'),
    CLOSING('C'),
    GRACEFUL('G'),
    IDLE_KILL('I');

    private static final WorkerStatus[] BY_NUMBER = values();

    private final char letter;

    WorkerStatus(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }

    /** At work on a connection: what the status page counts as busy ({@code G} is counted apart). */
    public boolean isBusy() {
        return switch (this) {
            case DEAD, STARTING, READY, GRACEFUL, IDLE_KILL -> false;
            case READING, WRITING, KEEPALIVE, LOGGING, DNS, CLOSING -> true;
        };
    }

    /** A number out of memory that anybody may have written: an unknown one is {@link #DEAD}. */
    static WorkerStatus of(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : DEAD;
    }
}
