package org.brood.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.brood.posix.Signal;
import org.brood.supervisor.RunningParent.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client and an administrator see of restarts, with real processes. */
class RestartTest {
    @TempDir
    private Path folder;

    private static void awaitTrue(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(RunningParent.PATIENCE).ignoreExceptions().until(condition);
    }

    /** Asks without a pause until told to end. */
    private static final class Client implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger newest = new AtomicInteger(-1);
        private final CompletableFuture<Void> run;

        Client(RunningParent parent) {
            run = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    try {
                        newest.set(parent.ask().generation());
                        answers.incrementAndGet();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
            });
        }

        /** Fails if any request failed. */
        @Override
        public void close() {
            over.set(true);
            run.join();
        }
    }

    @Test
    void gracefulRestartDropsNoConnection() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady();
                Client client = new Client(parent)) {
            for (int generation = 1; generation <= 5; generation++) {
                int expected = generation;
                parent.configure(Integer.toString(parent.port()), 2, "conf" + generation);
                parent.signal(Signal.USR1);
                awaitTrue(() -> client.newest.get() == expected);
                awaitTrue(() -> parent.children().size() == 2);
                Answer answer = parent.ask();
                assertThat(answer.generation()).isEqualTo(generation);
                assertThat(answer.configuration()).isEqualTo("conf" + generation);
            }
            assertThat(client.answers).hasPositiveValue();
        }
    }

    @Test
    void aRestartWaitsForTheReliefOfTheOneBefore() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady()) {
            String begins = "SIGUSR1 received";
            parent.configure(Integer.toString(parent.port()), 2, "late");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.log().contains(begins));
            parent.configure(Integer.toString(parent.port()), 2, "last");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.ask().configuration().equals("last"));
            String log = parent.log();
            assertThat(log.lastIndexOf(begins)).isGreaterThan(log.indexOf(begins));
            assertThat(log.substring(0, log.lastIndexOf(begins)))
                    .containsPattern("Child \\d+ quiescing: pid \\d+, gen 0");
        }
    }

    @Test
    void aRequestInProgressIsAnsweredByItsOwnGeneration() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            CompletableFuture<Answer> slow = ParentTest.askLater(parent, "slow");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.ask().generation() == 1);
            assertThat(slow.get().generation()).isLessThanOrEqualTo(1);
            awaitTrue(() -> parent.children().size() == 1);
        }
    }

    @Test
    void aFatalExitOfAnOldChildHarmsNobody() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady();
                Socket asks = new Socket()) {
            int old = parent.children().getFirst();
            long before = RunningParent.openDescriptors(old);
            asks.connect(new InetSocketAddress("127.0.0.1", parent.port()));
            asks.getOutputStream().write("doomed\n".getBytes(StandardCharsets.US_ASCII));
            awaitTrue(() -> RunningParent.openDescriptors(old) > before);
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.log().contains("AH00487: Ignoring fatal exit"));
            assertThat(parent.ask().generation()).isEqualTo(1);
        }
    }

    @Test
    void hardRestartServesAgainAtOnceWithTheNewConfiguration() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady()) {
            parent.configure(Integer.toString(parent.port()), 2, "second");
            parent.signal(Signal.HUP);
            awaitTrue(() -> parent.ask().configuration().equals("second"));
            assertThat(parent.log()).contains("AH00494: SIGHUP received.  Attempting to restart\n");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"HUP", "USR1"})
    void aBrokenConfigurationKeepsTheOldGenerationServing(Signal signal) throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            int pid = parent.ask().pid();
            parent.configure("broken", 1, "x");
            parent.signal(signal);
            awaitTrue(() -> parent.log()
                    .contains("BR1000: the restart is refused and generation 0 goes on serving: "
                            + "AH00526: Syntax error on line 1 of " + folder.resolve("conf")
                            + ": Invalid command 'broken'"));
            assertThat(parent.ask()).isEqualTo(new Answer(0, pid, "first"));
        }
    }

    @Test
    void aGracefulRestartKeepsTheNumberOfBuckets() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady()) {
            parent.configure(Integer.toString(parent.port()), 2, "two buckets");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.ask().configuration().equals("two buckets"));
            assertThat(parent.log()).doesNotContain("BR1000");
        }
    }

    @Test
    void childrenThatCannotServeGiveTheOldGenerationBack() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            int other = RunningParent.freePort();
            parent.configure(Integer.toString(other), 1, "fatal");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.log().contains("BR1003"));
            assertThat(parent.ask().generation()).isZero();
            assertThatThrownBy(() -> parent.ask(other, "hello")).isInstanceOf(ConnectException.class);

            parent.configure(Integer.toString(parent.port()), 1, "mended");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.ask().configuration().equals("mended"));
        }
    }

    @Test
    void portsComeAndGoWithTheConfiguration() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            int other = RunningParent.freePort();
            parent.configure(Integer.toString(other), 1, "moved");
            parent.signal(Signal.USR1);
            awaitTrue(() -> parent.ask(other, "hello").configuration().equals("moved"));
            await().atMost(RunningParent.PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(parent::ask).isInstanceOf(ConnectException.class));
        }
    }

    @Test
    void manyRestartsLeakNoDescriptorAndNoProcess() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            restartUntil(parent, 2);
            long before = parent.openDescriptors();
            restartUntil(parent, 12);
            awaitTrue(() ->
                    parent.openDescriptors() <= before && parent.children().size() == 1);
        }
    }

    private static void restartUntil(RunningParent parent, int generation) throws Exception {
        while (parent.ask().generation() < generation) {
            int next = parent.ask().generation() + 1;
            parent.signal(Signal.USR1);
            awaitTrue(
                    () -> parent.ask().generation() == next && parent.children().size() == 1);
        }
    }
}
