package org.brood.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brood.bench.load.LoadTool;
import org.brood.bench.server.Programs;

/** What a reader has to know about a run to trust or repeat it: machine, kernel, versions, rounds. */
final class Circumstances {
    private Circumstances() {}

    static Map<String, String> of(Options options, LoadTool tool) throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("date", LocalDate.now().toString());
        facts.put("machine", Runtime.getRuntime().availableProcessors() + " cores, " + processor());
        facts.put("kernel", System.getProperty("os.version"));
        facts.put("rounds", options.rounds() + " of " + options.seconds() + " s");
        facts.put("load", tool.name() + " on the same cores");
        facts.put(
                "Brood", output(List.of("git", "-C", options.repository().toString(), "rev-parse", "--short", "HEAD")));
        facts.put("nginx", version("nginx"));
        facts.put("httpd", version("apache2"));
        facts.put("Java", Runtime.version().toString());
        return facts;
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    private static String version(String program) throws IOException, InterruptedException {
        return Programs.find(program).isPresent()
                ? output(List.of(Programs.find(program).get().toString(), "-v"))
                : "not installed";
    }

    /** The first line that it prints, or a dash. */
    private static String output(List<String> command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.lines().findFirst().orElse("-") : "-";
        } catch (IOException notThere) {
            return "-";
        }
    }
}
