package org.brood.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.brood.mpm.spi.MpmSettings;

/**
 * The command line of a child JVM. Children are born small and quick: serial collector, bounded heap, metaspace and code
 * cache, the shared AOT cache, no performance-data file. Each figure was measured; see docs/performance.md.
 *
 * <p>The environment variable BROOD_CHILD_OPTIONS adds options behind ours, which therefore win.
 */
public final class ChildCommand {
    private static final int HEAP_MEGABYTES = 24;
    private static final int HEAP_KILOBYTES_PER_THREAD = 512;
    private static final int HEAP_KILOBYTES_PER_CONNECTION = 1;

    private ChildCommand() {}

    /**
     * @param javaHome of the JVM that children run on: our own
     * @param home where this server is installed
     * @param classPath of the children: ours
     * @param processors how many cores a child may reckon with
     */
    public static List<String> of(
            Path javaHome,
            Path home,
            String classPath,
            String main,
            MpmSettings settings,
            int processors,
            Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                cache(home, environment),
                "-Xlog:disable",
                "-Xlog:all=off",
                "-XX:+UseSerialGC",
                "-Xms4m",
                "-Xmx" + heapMegabytes(settings) + "m",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:MaxMetaspaceSize=48m",
                "-XX:CICompilerCount=2",
                "-XX:ActiveProcessorCount=" + processors,
                "-XX:-UsePerfData",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0", // at its own address the cache stays shared: 6 MB less for each child
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        String more = environment.getOrDefault("BROOD_CHILD_OPTIONS", "");
        for (String option : more.split(" ")) {
            if (!option.isEmpty()) {
                command.add(option);
            }
        }
        command.addAll(List.of("-Dbrood.home=" + home, "-cp", classPath, main));
        return command;
    }

    /** A limit and no reservation: what a child that is full may need. */
    private static long heapMegabytes(MpmSettings settings) {
        double connections = settings.threadsPerChild() * (1 + settings.asyncRequestWorkerFactor());
        double kilobytes = (double) HEAP_KILOBYTES_PER_THREAD * settings.threadsPerChild()
                + HEAP_KILOBYTES_PER_CONNECTION * connections;
        return HEAP_MEGABYTES + (long) Math.ceil(kilobytes / 1024);
    }

    /** The shared AOT cache; while one is being made (BROOD_TRAIN) the place where it goes. */
    private static String cache(Path home, Map<String, String> environment) {
        String training = environment.getOrDefault("BROOD_TRAIN", "");
        return training.isEmpty()
                ? "-XX:AOTCache=" + home.resolve("lib/child.aot")
                : "-XX:AOTCacheOutput=" + training + "/child.aot";
    }
}
