package org.brood.bench.report;

/** What can be measured, in the order in which it is shown. */
public enum Metric {
    CPU("CPU per request", "us", 1),
    CPU_PER_GB("CPU per GB", "ms", 0),
    RATE("requests/s", "", 0),
    P50("p50", "us", 0),
    P99("p99", "us", 0),
    PSS("memory (PSS)", "MB", 1),
    BYTES_PER_CONNECTION("user memory per connection", "bytes", 0),
    IDEAL("share of the ideal rate", "%", 1),
    FIRST_ANSWER("exec to first answer", "ms", 0),
    CHILD_READY("child spawned to first answer", "ms", 0),
    CHILD_PSS("PSS of an idle child", "MB", 1),
    CHILD_PRIVATE("private memory of an idle child", "MB", 1),
    LOST("requests lost", "", 0),
    CUT("closed under a request", "", 0),
    P99_BEFORE("p99 before", "us", 0),
    P99_DURING("p99 during", "us", 0),
    P99_GROWTH("p99 during, times before", "", 2),
    RECOVERY("kill -9 to next answer", "ms", 0);

    private final String title;
    private final String unit;
    private final int digits;

    Metric(String title, String unit, int digits) {
        this.title = title;
        this.unit = unit;
        this.digits = digits;
    }

    public String title() {
        return unit.isEmpty() ? title : title + ", " + unit;
    }

    /** The value with as many digits as mean something. */
    public String text(double value) {
        return String.format(java.util.Locale.ROOT, "%,." + digits + "f", value);
    }

    /** Whether more is better: of all these, only of rates. */
    public boolean moreIsBetter() {
        return this == RATE || this == IDEAL;
    }

    /** Whether a multiple of another server's says something. */
    public boolean comparable() {
        return this != LOST && this != CUT && this != IDEAL && this != P99_GROWTH;
    }
}
