package org.brood.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.launcher.commandline.CommandLine.Verb;
import org.brood.launcher.process.RunningServer.Outcome;
import org.brood.posix.ChildState;
import org.brood.posix.Processes;
import org.brood.posix.Signal;
import org.brood.posix.Spawn;
import org.brood.supervisor.files.PidFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningServerTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path pidFile() {
        return folder.resolve("httpd.pid");
    }

    private Outcome obey(Verb verb) {
        return new RunningServer(new PidFile(pidFile()), new PrintStream(out), new PrintStream(err)).obey(verb);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int sleeper() throws Exception {
        int pid = new Spawn("/bin/sleep", java.util.List.of("sleep", "600"))
                .defaultSignals(Signal.TERM, Signal.HUP, Signal.USR1) // under nohup we would hand on an ignored HUP
                .start();
        Files.writeString(pidFile(), pid + "\n");
        return pid;
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, START, ''",
        "START, START, ''",
        "STOP, DONE, httpd (no pid file) not running",
        "GRACEFUL_STOP, DONE, httpd (no pid file) not running",
        "RESTART, START, 'httpd not running, trying to start'",
        "GRACEFUL, START, 'httpd not running, trying to start'"
    })
    void withoutAPidFileNothingRuns(Verb verb, Outcome outcome, String text) {
        assertThat(obey(verb)).isEqualTo(outcome);
        assertThat(said().strip()).isEqualTo(text);
    }

    @Test
    void aStalePidFileIsToldWithItsNumber() throws Exception {
        int pid = sleeper();
        Processes.kill(pid, Signal.KILL);
        Processes.await(pid);
        assertThat(obey(Verb.STOP)).isEqualTo(Outcome.DONE);
        assertThat(said()).isEqualTo("httpd (pid " + pid + "?) not running\n");
    }

    @Test
    void aDamagedPidFileIsToldAndNothingIsDone() throws Exception {
        Files.writeString(pidFile(), "garbage");
        assertThat(obey(Verb.START)).isEqualTo(Outcome.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("AH00058: Error retrieving pid file " + pidFile());
    }

    @Test
    void aRunningServerIsNotStartedTwice() throws Exception {
        int pid = sleeper();
        assertThat(obey(Verb.START)).isEqualTo(Outcome.DONE);
        assertThat(said()).isEqualTo("httpd (pid " + pid + ") already running\n");
        Processes.kill(pid, Signal.KILL);
        Processes.await(pid);
    }

    @ParameterizedTest
    @CsvSource({"STOP, 15", "RESTART, 1", "GRACEFUL, 10"})
    void aVerbIsASignalToTheRunningServer(Verb verb, int signal) throws Exception {
        int pid = sleeper();
        assertThat(obey(verb)).isEqualTo(Outcome.DONE);
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Killed(signal, false));
        assertThat(said()).isEmpty();
    }
}
