package org.brood.bench.proc;

/**
 * The fields of /proc/PID/stat that are of use here; proc_pid_stat(5). Times are in clock ticks of 10 ms.
 *
 * @param parent the pid of the parent
 * @param cpuTicks user and system time of the process and of the children it has waited for
 * @param startTicks when it was started, since boot
 */
public record ProcessStat(long pid, String command, char state, long parent, long cpuTicks, long startTicks) {
    /** USER_HZ, which is 100 on every Linux that Java runs on. */
    public static final long TICKS_PER_SECOND = 100;

    /** The command stands in brackets and may itself hold blanks and brackets, so the last bracket counts. */
    static ProcessStat parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        String[] fields = line.substring(close + 2).split(" ");
        // fields[0] is the third of the manual page, the state
        long cpu = number(fields, 11) + number(fields, 12) + number(fields, 13) + number(fields, 14);
        return new ProcessStat(
                Long.parseLong(line.substring(0, open - 1)),
                line.substring(open + 1, close),
                fields[0].charAt(0),
                number(fields, 1),
                cpu,
                number(fields, 19));
    }

    private static long number(String[] fields, int index) {
        return Long.parseLong(fields[index].strip());
    }

    /** Ended, but not yet waited for. */
    public boolean dead() {
        return state == 'Z' || state == 'X';
    }
}
