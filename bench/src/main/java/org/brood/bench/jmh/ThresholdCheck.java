package org.brood.bench.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks that the thresholds name, in one fork each with the allocation profiler, and exits with 1 when one of
 * them is over its line or has vanished. What counts is the quickest iteration, which a busy
 * neighbour on the machine has spoilt least.
 */
public final class ThresholdCheck {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private ThresholdCheck() {}

    /** @param arguments the thresholds file, then optionally a regular expression over the names to run */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Pattern wanted = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*");
        List<Threshold> thresholds = Threshold.parse(Files.readAllLines(Path.of(arguments[0]))).stream()
                .filter(threshold -> wanted.matcher(threshold.benchmark()).find())
                .toList();
        if (thresholds.isEmpty()) {
            throw new IllegalArgumentException("no benchmark in " + arguments[0] + " matches " + wanted);
        }
        List<String> complaints =
                complaints(thresholds, new Runner(options(thresholds).build()).run());
        complaints.forEach(System.err::println);
        System.out.println(thresholds.size() + " thresholds, " + complaints.size() + " broken");
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    private static ChainedOptionsBuilder options(List<Threshold> thresholds) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .mode(Mode.AverageTime)
                .timeUnit(java.util.concurrent.TimeUnit.NANOSECONDS)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .forks(1)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC")
                .addProfiler(GCProfiler.class);
        thresholds.forEach(threshold -> options.include("\\." + Pattern.quote(threshold.benchmark()) + "$"));
        return options;
    }

    private static List<String> complaints(List<Threshold> thresholds, Collection<RunResult> results) {
        List<String> complaints = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            List<RunResult> runs = results.stream()
                    .filter(run -> run.getParams().getBenchmark().endsWith("." + threshold.benchmark()))
                    .toList();
            if (runs.isEmpty()) {
                complaints.add(threshold.benchmark() + " is in the thresholds but was not run");
            }
            for (RunResult run : runs) {
                threshold
                        .complaint(run.getPrimaryResult().getStatistics().getMin(), allocation(run))
                        .ifPresent(complaints::add);
            }
        }
        return complaints;
    }

    @SuppressWarnings("rawtypes") // JMH hands out raw results
    private static double allocation(RunResult run) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(ALLOCATION))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(0);
    }
}
