package org.brood.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The bare epoll loop of {@code bench/limit/limit.c}: what no server on this machine can undercut without asking less of the
 * kernel. It answers every request with the same bytes, so each load needs an instance of its own.
 *
 * @param program where the compiled program is, or nothing when there was no compiler
 */
public record Limit(Optional<Path> program) implements Server {
    @Override
    public String name() {
        return "limit";
    }

    @Override
    public Optional<String> missing() {
        return program.isPresent() ? Optional.empty() : Optional.of("no C compiler");
    }

    @Override
    public Optional<String> unfit(Sizing sizing, Need need) {
        return need == Need.FILES ? Optional.empty() : Optional.of("only repeats one answer");
    }

    @Override
    public Optional<String> restartSignal() {
        return Optional.empty();
    }

    @Override
    public List<String> prepare(Setup setup) throws IOException {
        Path answer = setup.directory().resolve("answer");
        setup.answer().writeTo(answer);
        return List.of(
                program.orElseThrow().toString(),
                String.valueOf(setup.port()),
                String.valueOf(setup.sizing().children()),
                answer.toString(),
                setup.answer().closes() ? "close" : "keep",
                setup.answer().bySendfile() ? "sendfile" : "send");
    }

    /** Compiles the program into a directory of this run, when a compiler is there. */
    public static Limit compile(Path source, Path directory) throws IOException, InterruptedException {
        Optional<Path> compiler = Programs.find("cc").or(() -> Programs.find("gcc"));
        if (compiler.isEmpty() || !Files.exists(source)) {
            return new Limit(Optional.empty());
        }
        Path program = directory.resolve("limit");
        int status = new ProcessBuilder(compiler.get().toString(), "-O2", "-o", program.toString(), source.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("cannot compile " + source);
        }
        return new Limit(Optional.of(program));
    }
}
