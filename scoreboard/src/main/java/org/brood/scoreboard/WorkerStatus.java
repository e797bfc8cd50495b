package org.brood.scoreboard;

/** What a worker does, with the letter that the status page shows for it (mod_status manual page). */
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

    private final char letter;

    WorkerStatus(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
