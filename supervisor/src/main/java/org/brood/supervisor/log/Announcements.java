package org.brood.supervisor.log;

/**
 * The numbers under which httpd logs what a parent process does; each MPM has its own. {@code virtual} speaks as event does.
 *
 * @param module the word in the log line
 * @param configured the server is up
 * @param built when it was built
 * @param terminated stopped by SIGTERM
 * @param restarting SIGHUP
 * @param graceful SIGUSR1
 * @param closing SIGWINCH
 * @param spawnFailed a child could not be started
 * @param oldFatal a child of a former generation ended as fatal
 * @param allSick every child was sick before one was healthy
 * @param dyingInTurn children are killed one after the other
 */
public record Announcements(
        String module,
        String configured,
        String built,
        String terminated,
        String restarting,
        String graceful,
        String closing,
        String spawnFailed,
        String oldFatal,
        String allSick,
        String dyingInTurn) {

    /** By the MPM's name. */
    public static Announcements of(String mpm) {
        return switch (mpm) {
            case "prefork" ->
                new Announcements(
                        "mpm_prefork",
                        "AH00163",
                        "AH00164",
                        "AH00169",
                        "AH00173",
                        "AH00171",
                        "AH00170",
                        "AH00159",
                        "AH00166",
                        "AH02325",
                        "AH10393");
            case "worker" ->
                new Announcements(
                        "mpm_worker",
                        "AH00292",
                        "AH00293",
                        "AH00295",
                        "AH00298",
                        "AH00297",
                        "AH00296",
                        "AH00283",
                        "AH00290",
                        "AH02325",
                        "AH10393");
            default ->
                new Announcements(
                        "mpm_" + mpm,
                        "AH00489",
                        "AH00490",
                        "AH00491",
                        "AH00494",
                        "AH00493",
                        "AH00492",
                        "AH00481",
                        "AH00487",
                        "AH02324",
                        "AH10392");
        };
    }
}
