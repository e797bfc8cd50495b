package org.brood.api;

/** What a hook says: httpd's DECLINED, OK, DONE or an HTTP status. Values are shared; compare them with {@code equals}. */
public record Verdict(int code) {
    /** Not mine: go on with the next hook. */
    public static final Verdict DECLINED = new Verdict(-1);
    /** Settled: this phase is over (or, in the phases that run all hooks, go on). */
    public static final Verdict OK = new Verdict(0);
    /** The answer is complete, whatever phases are left. */
    public static final Verdict DONE = new Verdict(-2);

    /** Ends the request with this status, 200 to 599. */
    public static Verdict status(int status) {
        return new Verdict(status);
    }

    public boolean isStatus() {
        return code > 0;
    }
}
