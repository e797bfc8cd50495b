package org.brood.conformance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processes as proc(5) shows them. A process may end between two looks, so everything about one is either absent or zero
 * when it is gone. A zombie counts as gone.
 */
public final class ProcessTable {

    private ProcessTable() {}

    public static boolean alive(long pid) {
        return statField(pid, 0)
                .filter(state -> !state.equals("Z") && !state.equals("X"))
                .isPresent();
    }

    /** Living processes whose parent is {@code pid}, oldest first. */
    public static List<Long> childrenOf(long pid) {
        String parent = Long.toString(pid);
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .map(Long::parseLong)
                    .filter(each -> statField(each, 1).filter(parent::equals).isPresent())
                    .filter(ProcessTable::alive)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("/proc cannot be read", e);
        }
    }

    public static int descriptors(long pid) {
        return entries(pid, "fd");
    }

    public static int threads(long pid) {
        return entries(pid, "task");
    }

    /** Proportional set size in KiB: shared pages count in parts. */
    public static long pss(long pid) {
        return rollup(pid, "Pss:");
    }

    /** Memory in KiB that nobody else shares. */
    public static long privateMemory(long pid) {
        return rollup(pid, "Private_Clean:") + rollup(pid, "Private_Dirty:");
    }

    /** CPU time in clock ticks (10 ms), user and system. */
    public static long cpuTicks(long pid) {
        return statField(pid, 11).map(Long::parseLong).orElse(0L)
                + statField(pid, 12).map(Long::parseLong).orElse(0L);
    }

    private static int entries(long pid, String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc/" + pid + "/" + folder))) {
            return (int) entries.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long rollup(long pid, String key) {
        return read("/proc/" + pid + "/smaps_rollup")
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith(key)).findFirst())
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElse(0L);
    }

    /** Fields of /proc/pid/stat after the command's name, which may itself hold blanks and parentheses. */
    private static Optional<String> statField(long pid, int index) {
        return read("/proc/" + pid + "/stat")
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" ")[index]);
    }

    private static Optional<String> read(String path) {
        try {
            return Optional.of(Files.readString(Path.of(path))).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
