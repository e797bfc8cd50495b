package org.brood.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.brood.posix.Processes;
import org.brood.posix.Signal;
import org.brood.supervisor.RunningParent.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts, crashes and ends, with real processes. */
class ParentTest {
    @TempDir
    private Path folder;

    private static void awaitTrue(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(RunningParent.PATIENCE).ignoreExceptions().until(condition);
    }

    @Test
    void theChildrenAnswerAndTermEndsThemAll() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady()) {
            Set<Integer> pids = new HashSet<>();
            awaitTrue(() -> pids.add(parent.ask().pid()) && pids.size() == 2);
            assertThat(parent.children()).containsExactlyInAnyOrderElementsOf(pids);
            assertThat(parent.pidFile()).exists();
            assertThat(parent.log())
                    .containsPattern(
                            "\\[\\w{3} \\w{3} \\d\\d [\\d:]{8}\\.\\d{6} \\d{4}] \\[mpm_event:notice] \\[pid \\d+:tid \\d+] "
                                    + "AH00489: Brood/test configured -- resuming normal operations\n")
                    .contains("[core:notice]")
                    .contains("AH00094: Command line: 'test'")
                    .contains("Child 0 started: pid ");

            parent.signal(Signal.TERM);
            assertThat(parent.exitCode()).isZero();
            assertThat(parent.pidFile()).doesNotExist();
            assertThat(pids).noneMatch(Processes::exists);
            assertThat(parent.log())
                    .contains("AH00491: caught SIGTERM, shutting down\n")
                    .doesNotContain("AH00045");
            assertThatThrownBy(parent::ask).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void gracefulStopEndsWhatRunsAndTakesNothingNew() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            CompletableFuture<Answer> slow = askLater(parent, "slow");
            awaitTrue(() -> !slow.isDone());
            parent.signal(Signal.WINCH);
            assertThat(slow.get().configuration()).isEqualTo("first");
            assertThat(parent.exitCode()).isZero();
            assertThat(parent.pidFile()).doesNotExist();
            assertThat(parent.log()).contains("AH00492: caught SIGWINCH, shutting down gracefully");
        }
    }

    static CompletableFuture<Answer> askLater(RunningParent parent, String line) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return parent.ask(line);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void aKilledChildIsReplaced() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady()) {
            awaitTrue(() -> parent.children().size() == 2);
            List<Integer> before = parent.children();
            before.forEach(pid -> Processes.kill(pid, Signal.KILL));
            awaitTrue(() -> parent.children().size() == 2
                    && parent.children().stream().noneMatch(before::contains)
                    && !before.contains(parent.ask().pid()));
        }
    }

    @Test
    void aCrashIsToldWithItsSignal() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            int pid = parent.ask().pid();
            Processes.kill(pid, Signal.ABRT);
            awaitTrue(() -> parent.log().contains("child pid " + pid + " exit signal Abort (6)"));
            awaitTrue(() -> parent.ask().pid() != pid);
        }
    }

    @Test
    void aChildWithoutMemoryIsToldWithItsRequest() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            assertThatThrownBy(() -> parent.ask("exit 3")).isInstanceOf(IOException.class);
            awaitTrue(
                    () -> parent.log().contains("ran out of memory and has ended; in progress: GET /hungry in slot 0"));
            awaitTrue(() -> parent.ask().generation() == 0);
        }
    }

    @Test
    void aChildThatHasUsedUpItsBudgetIsReplacedBeforeItIsGone() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            int first = parent.ask("last").pid();
            awaitTrue(() -> parent.ask().pid() != first);
            awaitTrue(() -> !Processes.exists(first));
        }
    }

    @Test
    void aTakenPortIsToldOnTheConsole() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.ofLiteral("127.0.0.1"));
                RunningParent parent = new RunningParent(folder, taken.getLocalPort(), 1)) {
            assertThat(parent.exitCode()).isEqualTo(1);
            assertThat(parent.console())
                    .startsWith("(98)Address already in use: AH00072: make_sock: could not bind to address 127.0.0.1:"
                            + taken.getLocalPort() + "\nno listening sockets available, shutting down\n");
            assertThat(parent.pidFile()).doesNotExist();
        }
    }

    @Test
    void childrenThatCannotServeStopTheStart() throws Exception {
        int port = RunningParent.freePort();
        try (RunningParent parent = new RunningParent(folder, port, 1)) {
            parent.configure(Integer.toString(port), 1, "first");
            parent.untilReady();
            assertThatThrownBy(() -> parent.ask("exit 15")).isInstanceOf(IOException.class);
            assertThat(parent.exitCode()).isEqualTo(1);
            assertThat(parent.log()).contains("AH00050: Child ");
        }
    }

    @Test
    void childrenLeaveWhenTheirParentHasDied() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 2).untilReady()) {
            awaitTrue(() -> parent.children().size() == 2);
            List<Integer> orphans = parent.children();
            parent.signal(Signal.KILL);
            awaitTrue(() -> orphans.stream().noneMatch(Processes::exists));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"TERM", "WINCH"})
    void aStopDoesNotWaitForChildrenThatGetReady(Signal signal) throws Exception {
        try (RunningParent parent = new RunningParent(folder, 3).untilReady()) {
            parent.configure(Integer.toString(parent.port()), 3, "unready");
            parent.signal(Signal.HUP);
            awaitTrue(() -> parent.log().contains("gen 1, active 3/3"));
            parent.signal(signal);
            assertThat(parent.exitCode()).isZero();
            assertThat(parent.log()).doesNotContain("still did not exit");
        }
    }

    @Test
    void aDeafChildIsKilled() throws Exception {
        try (RunningParent parent = new RunningParent(folder, 1).untilReady()) {
            parent.configure(Integer.toString(parent.port()), 1, "deaf");
            parent.signal(Signal.HUP);
            awaitTrue(() -> parent.ask().configuration().equals("deaf"));
            int pid = parent.ask().pid();
            parent.signal(Signal.TERM);
            assertThat(parent.exitCode()).isZero();
            assertThat(Processes.exists(pid)).isFalse();
            assertThat(parent.log()).contains("AH00045: child process " + pid);
        }
    }
}
