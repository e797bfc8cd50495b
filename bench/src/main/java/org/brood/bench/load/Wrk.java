package org.brood.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * wrk, driven by a script of its own language that names the requests and prints the totals on one line.
 * A single request is rendered once by wrk itself; only requests in turn cost a call of the script each.
 *
 * @param directory where scripts are written
 */
public record Wrk(Path program, Path directory) implements LoadTool {
    private static final String THREADS = "2";
    private static final String MARK = "TOTALS ";
    private static final String TOTALS = """
            function done(summary, latency, requests)
              local e = summary.errors
              print(string.format("%s%%d %%d %%d %%d %%d %%d %%d", summary.requests, summary.duration, summary.bytes,
                e.connect + e.read + e.write + e.timeout, e.status, latency:percentile(50), latency:percentile(99)))
            end
            """.formatted(MARK);

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public LoadResult run(int port, Request request, int connections, int seconds)
            throws IOException, InterruptedException {
        Path script = directory.resolve("wrk.lua");
        Files.writeString(script, script(request));
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-t" + (connections == 1 ? "1" : THREADS),
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        "http://127.0.0.1:" + port + request.paths().getFirst())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return result(output, request.status());
    }

    static String script(Request request) {
        StringBuilder script = new StringBuilder();
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            script.append("wrk.headers[%s] = %s%n".formatted(quoted(header.getKey()), quoted(header.getValue())));
        }
        if (request.paths().size() > 1) {
            script.append(inTurn(request.paths()));
        }
        return script.append(TOTALS).toString();
    }

    private static String inTurn(List<String> paths) {
        return """
                local paths = { %s }
                local requests, turn = {}, 0
                function init(args)
                  for i, path in ipairs(paths) do requests[i] = wrk.format("GET", path) end
                end
                function request()
                  turn = turn %% #requests + 1
                  return requests[turn]
                end
                """.formatted(paths.stream().map(Wrk::quoted).collect(Collectors.joining(", ")));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** wrk counts an answer from 400 on as an error; where one is expected, that is none. */
    static LoadResult result(String output, int expectedStatus) throws IOException {
        String line = output.lines()
                .filter(text -> text.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk printed no totals: " + output));
        String[] words = line.substring(MARK.length()).split(" ");
        long requests = Long.parseLong(words[0]);
        long badStatus = Long.parseLong(words[4]);
        long unexpected = expectedStatus >= 400 ? requests - badStatus : badStatus;
        return new LoadResult(
                requests,
                Long.parseLong(words[3]) + unexpected,
                Long.parseLong(words[1]) / 1e6,
                Long.parseLong(words[2]),
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6]));
    }
}
