package org.brood.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.brood.bench.load.LoadTool;
import org.brood.bench.load.OwnLoad;
import org.brood.bench.load.Wrk;
import org.brood.bench.report.HtmlReport;
import org.brood.bench.report.JsonReport;
import org.brood.bench.report.Results;
import org.brood.bench.report.TextTable;
import org.brood.bench.server.Brood;
import org.brood.bench.server.Httpd;
import org.brood.bench.server.Limit;
import org.brood.bench.server.Mpm;
import org.brood.bench.server.Nginx;
import org.brood.bench.server.Programs;
import org.brood.bench.server.Server;
import org.brood.bench.server.Site;
import org.brood.bench.workload.Catalogue;
import org.brood.bench.workload.Workload;

/** The program behind {@code bench/compare}: builds the parts, runs the chosen workloads, writes the reports, cleans up. */
public final class Compare {
    private static final List<Mpm> HTTPD_MPMS = List.of(Mpm.EVENT, Mpm.WORKER, Mpm.PREFORK);

    private final Options options;
    private final Path directory;
    private final Results results = new Results();

    private Compare(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    /** @param arguments the repository's directory, then the user's own */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            List<String> words = Arrays.asList(arguments);
            Options options = Options.parse(Path.of(words.getFirst()), words.subList(1, words.size()));
            if (options.help()) {
                System.out.print(Options.HELP);
            } else if (options.list()) {
                list(options);
            } else {
                compare(options);
            }
        } catch (IllegalArgumentException badLine) {
            System.err.println("compare: " + badLine.getMessage());
            System.exit(2);
        }
    }

    private static void list(Options options) {
        servers(options, new Limit(Programs.find("cc")))
                .forEach(server -> System.out.printf(
                        "%-16s %s%n", server.name(), server.missing().orElse("")));
        System.out.println();
        Catalogue.all()
                .forEach(workload -> System.out.printf(
                        "%-16s %s%s%n", workload.name(), workload.title(), workload.ordinary() ? "" : " (--all)"));
    }

    private static void compare(Options options) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("brood-compare-");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Fleet fleet = new Fleet(directory, Site.write(Files.createDirectory(directory.resolve("site"))));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            fleet.close();
            delete(directory);
        }));
        new Compare(options, directory).run(fleet);
    }

    private void run(Fleet fleet) throws IOException, InterruptedException {
        Limit limit = Limit.compile(options.repository().resolve("bench/limit/limit.c"), directory);
        List<Server> servers = servers(options, limit);
        List<String> names = servers.stream().map(Server::name).toList();
        LoadTool tool = tool();
        Bench bench = new Bench(options, servers, fleet, tool, results);
        Map<String, String> circumstances = Circumstances.of(options, tool);
        for (Workload workload : Catalogue.all()) {
            if (options.wantsWorkload(workload.name(), workload.ordinary())) {
                bench.say(workload.title() + " ...");
                results.begin(workload.name(), workload.title(), names);
                run(bench, workload);
                bench.say(new TextTable(results).block(workload.name()));
                write(circumstances);
            }
        }
        System.out.println(new TextTable(results).text());
        System.out.println("reports: " + options.output().toAbsolutePath().resolve("compare.{txt,json,html}"));
    }

    private static void run(Bench bench, Workload workload) throws InterruptedException {
        switch (workload) {
            case Workload.Throughput throughput -> new ThroughputExperiment(bench, throughput).run();
            case Workload.Idle idle -> new IdleExperiment(bench, idle).run();
            case Workload.Slow slow -> new SlowExperiment(bench, slow).run();
            case Workload.StartUp startUp -> new StartUpExperiment(bench, startUp).run();
            case Workload.Restart restart -> new RestartExperiment(bench, restart).run();
            case Workload.Recovery recovery -> new RecoveryExperiment(bench, recovery).run();
        }
    }

    private static List<Server> servers(Options options, Limit limit) {
        List<Server> servers = new ArrayList<>();
        for (Mpm mpm : Mpm.values()) {
            servers.add(new Brood(mpm, options.repository().resolve("brood")));
        }
        servers.add(new Nginx());
        HTTPD_MPMS.forEach(mpm -> servers.add(new Httpd(mpm)));
        servers.add(limit);
        servers.removeIf(server -> !options.wantsServer(server.name()));
        return servers;
    }

    private LoadTool tool() {
        return Programs.find("wrk")
                .filter(wrk -> !options.ownLoad())
                .<LoadTool>map(wrk -> new Wrk(wrk, directory))
                .orElseGet(OwnLoad::new);
    }

    /** After each workload, so that an interrupted run has its reports too. */
    private void write(Map<String, String> circumstances) throws IOException {
        Files.createDirectories(options.output());
        Files.writeString(options.output().resolve("compare.txt"), new TextTable(results).text());
        Files.writeString(options.output().resolve("compare.json"), new JsonReport(results, circumstances).text());
        Files.writeString(options.output().resolve("compare.html"), new HtmlReport(results, circumstances).text());
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            System.err.println("could not delete " + directory + ": " + left.getMessage());
        }
    }
}
