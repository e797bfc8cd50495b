package org.brood.mpm.spi;

/** The exit codes of a child: each is a sentence to the parent (httpd's APEXIT_ codes). */
public enum ChildExit {
    /** All is well: told to end, or the budget of connections is used up. */
    OK(0),
    /** It could not set itself up; another one may. */
    INIT(2),
    /** A module failed in the child. */
    CHILD_INIT(3),
    /** Something that it needs ran short; another child may do better, slowly. */
    SICK(7),
    /** No child will ever do better: do not spawn another one, stop the server. */
    FATAL(15),
    /** A module called System.exit. */
    MODULE(16);

    private final int code;

    ChildExit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
