package org.brood.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.conf.SourceLine;
import org.brood.mpm.spi.MpmSettings;
import org.brood.supervisor.files.ProcessSettings;
import org.brood.supervisor.handover.Identity;
import org.brood.supervisor.listen.ListenLine;
import org.brood.supervisor.listen.ListenSettings;
import org.brood.supervisor.log.LogLevel;

/**
 * Main of a parent in these tests. Its folder has a file {@code conf}: the ports in the first line, the number of children
 * in the second, the text for the children in the third (which may ask for {@code two buckets}), and {@code broken} as the first word of one that cannot be read.
 */
public final class TestParent {
    private final Path folder;

    private TestParent(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws ConfigurationException {
        TestParent test = new TestParent(Path.of(arguments[0]));
        Plan plan = test.read(Optional.empty(), (id, text) -> {});
        try {
            Parent.Manner manner = new Parent.Manner(command(), false, () -> System.out.println("ready"));
            int slots = 2 * plan.settings().serverLimit();
            Parent parent = new Parent(plan, test::read, new TestBoard(), slots, manner);
            System.exit(parent.run());
        } catch (StartFailure e) {
            e.lines().forEach(System.err::println);
            System.exit(1);
        }
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                TestChild.class.getName());
    }

    private Plan read(Optional<MpmSettings> first, PlanSource.Warnings warnings) throws ConfigurationException {
        List<String> lines = lines();
        SourceLine source = new SourceLine(folder.resolve("conf").toString(), 1);
        if (lines.getFirst().startsWith("broken")) {
            throw new ConfigurationException(source, "Invalid command 'broken'");
        }
        List<ListenLine> listens = new ArrayList<>();
        for (String port : lines.getFirst().split(" ")) {
            listens.add(ListenLine.parse("127.0.0.1:" + port, Optional.empty(), source));
        }
        ListenSettings initial = ListenSettings.KEY.initial();
        return new Plan(
                new TestMpm(),
                TestMpm.settings(Integer.parseInt(lines.get(1)), 0)
                        .withBuckets(lines.get(2).contains("two buckets") ? 2 : 1),
                new ListenSettings(listens, 511, 0, 0, initial.acceptFilters()),
                new ProcessSettings(folder.resolve("httpd.pid"), Optional.empty(), Identity.UNCHANGED, folder),
                List.of(folder.resolve("error_log").toString()),
                LogLevel.DEBUG,
                lines.get(2).getBytes(StandardCharsets.UTF_8),
                "Brood/test",
                "today",
                "test");
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(folder.resolve("conf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
