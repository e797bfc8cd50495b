package org.brood.supervisor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.posix.Descriptors;
import org.brood.posix.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipedLogsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final Map<Integer, Runnable> watched = new HashMap<>();
    private final List<String> died = new ArrayList<>();
    private final PipedLogs pipes = new PipedLogs(watched::put, died::add);

    private static void say(int fd, String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        Descriptors.write(fd, bytes, 0, bytes.length);
    }

    @Test
    void aProgramThatDiesIsStartedAgainAndNoLineIsLost() throws Exception {
        Path out = folder.resolve("out");
        LogFiles logs = LogFiles.open(List.of("|$read line; echo \"$line\" >> " + out), pipes);
        say(logs.errorLog(), "first");
        int pidfd = watched.keySet().iterator().next();
        assertThat(Poll.readable(pidfd, (int) PATIENCE.toMillis())).isTrue();
        watched.remove(pidfd).run();
        pipes.tick();
        say(logs.errorLog(), "second");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Files.readString(out)).isEqualTo("first\nsecond\n"));
        logs.close();
        pipes.retire(0);
    }

    @Test
    void aProgramThatCannotRunIsTriedOnceASecond() throws Exception {
        LogFiles logs = LogFiles.open(List.of("|/no/such/program"), pipes);
        for (int i = 1; i < 4; i++) {
            int pidfd = watched.keySet().iterator().next();
            assertThat(Poll.readable(pidfd, (int) PATIENCE.toMillis())).isTrue();
            watched.remove(pidfd).run();
            assertThat(watched).as("not at once").isEmpty();
            pipes.tick();
            assertThat(died).hasSize(i);
        }
        logs.close();
        pipes.retire(0);
    }

    @Test
    void aProgramEndsWhenItsLastWriterHasClosed() throws Exception {
        Path out = folder.resolve("out");
        LogFiles logs = LogFiles.open(List.of("|/bin/cp /dev/stdin " + out), pipes);
        say(logs.errorLog(), "kept");
        pipes.retire(0);
        logs.close();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(out).hasContent("kept\n"));
        int pidfd = watched.keySet().iterator().next();
        assertThat(Poll.readable(pidfd, (int) PATIENCE.toMillis())).isTrue();
        watched.remove(pidfd).run();
        assertThat(watched).as("it is not started again").isEmpty();
    }
}
