package org.brood.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.bench.load.Probe;
import org.brood.bench.load.Request;
import org.brood.bench.server.Limit;
import org.brood.bench.server.RunningServer;
import org.brood.bench.server.Server;
import org.brood.bench.server.Site;

/**
 * Answers before a load and after it: the status must be the expected one, the body the file's where a file is asked for, and
 * both times the same. A fast server that answers something else is not fast.
 */
final class AnswerCheck {
    private final Site site;
    private final Request request;
    private final Map<Server, List<Probe.Answer>> before = new HashMap<>();

    AnswerCheck(Site site, Request request) {
        this.site = site;
        this.request = request;
    }

    void before(RunningServer server) throws IOException, InterruptedException {
        before.put(server.server(), right(server));
    }

    void after(RunningServer server) throws IOException, InterruptedException {
        List<Probe.Answer> now = right(server);
        if (!now.equals(before.get(server.server()))) {
            throw new IOException("answered " + before.get(server.server()) + " before and " + now + " after");
        }
    }

    private List<Probe.Answer> right(RunningServer server) throws IOException, InterruptedException {
        Request asked = server.server() instanceof Limit ? request.first() : request;
        List<Probe.Answer> answers = Probe.ask(server.port(), asked);
        List<String> wrong = new ArrayList<>();
        for (int index = 0; index < answers.size(); index++) {
            String path = request.paths().get(index);
            Probe.Answer answer = answers.get(index);
            if (answer.status() != request.status() || !bodyIsRight(path, answer)) {
                wrong.add(path + " gave " + answer);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IOException("wrong answer: " + wrong.getFirst());
        }
        return answers;
    }

    private boolean bodyIsRight(String path, Probe.Answer answer) throws IOException {
        Path file = path.endsWith("/") ? site.document(path + "index.html") : site.document(path);
        if (request.status() != 200 || !Files.isRegularFile(file)) {
            return true;
        }
        return answer.equals(Probe.Answer.of(200, Files.readAllBytes(file)));
    }
}
