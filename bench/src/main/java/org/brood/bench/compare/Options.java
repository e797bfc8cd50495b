package org.brood.bench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line.
 *
 * @param rounds counted rounds of each throughput
 * @param seconds of each round
 * @param warmUpSeconds that a fresh server is loaded at most before its first round; less when it no longer gets faster
 * @param ownLoad whether wrk is left alone
 * @param output where the reports are written
 */
record Options(
        Path repository,
        List<String> servers,
        List<String> workloads,
        boolean all,
        int rounds,
        int seconds,
        int warmUpSeconds,
        Path output,
        boolean ownLoad,
        boolean help,
        boolean list) {

    static final String HELP = """
            usage: bench/compare [options]

            Runs Brood, nginx, httpd and a bare C responder side by side on the same work, in interleaved rounds, and prints CPU
            time per request, rates, latencies and memory, each as a multiple of nginx's, of httpd event's and of the limit's.
            Writes the table, JSON and a page with charts. Servers that are not installed are left out with a word.
            Everything it starts listens on 127.0.0.1 only and is stopped at the end, also after Ctrl-C.

              --servers a,b      only these; a trailing * stands for anything (default: all)
              --workloads a,b    only these; likewise (default: the ordinary ones, a quarter of an hour with nine servers)
              --all              every workload (twice as long)
              --rounds N         counted rounds of each load (default 3; many short rounds beat few long ones)
              --seconds N        length of a round (default 1)
              --warm-up N        seconds that a fresh server is loaded at most before it counts (default 30)
              --own-load         load by the module's own generator even where wrk is installed
              --output DIR       where compare.txt, compare.json and compare.html go (default bench/target/compare)
              --list             name the servers and workloads, and stop
              --help             this text
            """;

    private static final List<String> FLAGS = List.of("--all", "--own-load", "--help", "--list");
    private static final List<String> VALUES =
            List.of("--servers", "--workloads", "--rounds", "--seconds", "--warm-up", "--output");

    /** @throws IllegalArgumentException in the words for the user, when the line makes no sense */
    static Options parse(Path repository, List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String name = left.removeFirst();
            if (FLAGS.contains(name)) {
                given.put(name, "");
            } else if (VALUES.contains(name) && !left.isEmpty()) {
                given.put(name, left.removeFirst());
            } else {
                throw new IllegalArgumentException("cannot make sense of " + name + "; see --help");
            }
        }
        String output = given.getOrDefault(
                "--output", repository.resolve("bench/target/compare").toString());
        return new Options(
                repository,
                names(given.getOrDefault("--servers", "*")),
                names(given.getOrDefault("--workloads", "")),
                given.containsKey("--all"),
                number(given, "--rounds", 3),
                number(given, "--seconds", 1),
                number(given, "--warm-up", 30),
                Path.of(output),
                given.containsKey("--own-load"),
                given.containsKey("--help"),
                given.containsKey("--list"));
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(name + " wants a number from 1 on, not " + text);
        }
        return Integer.parseInt(text);
    }

    boolean wantsServer(String name) {
        return matches(servers, name);
    }

    /** @param ordinary whether it belongs to a run that names none */
    boolean wantsWorkload(String name, boolean ordinary) {
        return workloads.isEmpty() ? all || ordinary : matches(workloads, name);
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                        : name.equals(pattern));
    }
}
