package org.brood.bench.proc;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process and all that descend from it, looked up anew at each question. A process that ends while it is read is left out.
 *
 * <p>CPU time of a child that died is not lost when its parent waited for it: the kernel adds it to the parent's own account
 * of waited-for children, which is counted here too. A child that is born and reaped between two looks is thus counted.
 */
public final class ProcessTree {
    private static final Path PROC = Path.of("/proc");

    private final long root;

    public ProcessTree(long root) {
        this.root = root;
    }

    public long root() {
        return root;
    }

    /** The root first, if it lives. */
    public List<ProcessStat> processes() {
        return descendants(root, everyProcess());
    }

    /** Those that the root itself started, oldest first. */
    public List<ProcessStat> children() {
        return processes().stream()
                .filter(process -> process.parent() == root && !process.dead())
                .toList();
    }

    /** User and system time of all, in nanoseconds, to a clock tick (10 ms) for each process. */
    public long cpuNanos() {
        long ticks = processes().stream().mapToLong(ProcessStat::cpuTicks).sum();
        return ticks * (1_000_000_000L / ProcessStat.TICKS_PER_SECOND);
    }

    public MemoryUse memory() {
        return memory(processes());
    }

    public static MemoryUse memory(List<ProcessStat> processes) {
        return processes.stream().map(process -> memory(process.pid())).reduce(MemoryUse.NONE, MemoryUse::plus);
    }

    private static MemoryUse memory(long pid) {
        try {
            return MemoryUse.parse(Files.readAllLines(PROC.resolve(pid + "/smaps_rollup")));
        } catch (IOException ended) {
            return MemoryUse.NONE;
        }
    }

    static List<ProcessStat> descendants(long root, List<ProcessStat> all) {
        Map<Long, List<ProcessStat>> byParent = new HashMap<>();
        List<ProcessStat> found = new ArrayList<>();
        for (ProcessStat process : all) {
            byParent.computeIfAbsent(process.parent(), parent -> new ArrayList<>())
                    .add(process);
            if (process.pid() == root) {
                found.add(process);
            }
        }
        Set<Long> seen = new HashSet<>(Set.of(root));
        List<Long> toVisit = new ArrayList<>(List.of(root));
        while (!toVisit.isEmpty()) {
            for (ProcessStat child : byParent.getOrDefault(toVisit.removeFirst(), List.of())) {
                if (seen.add(child.pid())) {
                    found.add(child);
                    toVisit.add(child.pid());
                }
            }
        }
        return found;
    }

    private static List<ProcessStat> everyProcess() {
        List<ProcessStat> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                read(entry).ifPresent(all::add);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot list /proc", unreadable);
        }
        return all;
    }

    private static Optional<ProcessStat> read(Path entry) {
        try {
            return Optional.of(ProcessStat.parse(Files.readString(entry.resolve("stat"))));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }
}
