package org.brood.mpm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.brood.mpm.event.EventMpm;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.virtual.VirtualMpm;
import org.brood.mpm.worker.WorkerMpm;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child in a process of its own with few descriptors. */
@Timeout(120)
class ShortOfDescriptorsTest {
    private static final int OPEN_FILES = 120;

    @ParameterizedTest
    @ValueSource(strings = {"event", "virtual", "worker"})
    void connectionsWaitTheirTurnWhenDescriptorsRunOut(String mpm) throws Exception {
        Process process = start(mpm);
        List<Client> clients = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            int port = Integer.parseInt(out.readLine());
            for (int i = 0; i < OPEN_FILES; i++) {
                clients.add(new Client(port).send("hello\n"));
            }
            assertThat(out.readLine()).contains("BR0503").contains("ulimit -n");
            assertThat(clients.getFirst().line()).isEqualTo("hello");
            assertThat(clients.getFirst().ask("still served")).isEqualTo("still served");
            for (Client client : clients.subList(0, OPEN_FILES / 2)) {
                client.leave();
            }
            assertThat(clients.getLast().line()).isEqualTo("hello");
            assertThat(clients.getLast().ask("sound")).isEqualTo("sound");
        } finally {
            leave(clients);
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void leave(List<Client> clients) throws IOException {
        for (Client client : clients) {
            client.leave();
        }
    }

    private static Process start(String mpm) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "ulimit -n " + OPEN_FILES + " && exec \"$0\" \"$@\"";
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        command,
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        mpm)
                .redirectErrorStream(true)
                .start();
    }

    /** The process with few descriptors: prints its port, then what it logs, until its parent ends it. */
    static final class Main {
        public static void main(String[] arguments) {
            Mpm mpm = switch (arguments[0]) {
                case "event" -> new EventMpm(2);
                case "virtual" -> new VirtualMpm(2);
                default -> new WorkerMpm(2);
            };
            LineService service = new LineService(60_000, 60_000, 60_000);
            RunningChild child = RunningChild.of(mpm, service, ListeningContract.shape(200, 2, 1), 200);
            System.out.println(child.port());
            Awaitility.await().forever().until(() -> !child.logged.isEmpty());
            System.out.println(child.logged.getFirst());
            Awaitility.await().forever().until(child::ended);
        }
    }
}
