package org.brood.supervisor.listen;

import java.util.List;

/** No socket, or not every socket, could be bound. The lines are what httpd prints on the console, in order. */
public final class BindFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    public BindFailure(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
