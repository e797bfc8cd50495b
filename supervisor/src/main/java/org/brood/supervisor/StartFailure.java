package org.brood.supervisor;

import java.util.List;

/** The server cannot start. The lines are for the console, in httpd's words; the exit code is 1. */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public StartFailure(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
