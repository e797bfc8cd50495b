package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Command;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.ProcessTable;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Site;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping and the rules of the pid file, as an administrator meets them. */
class StartStopIT {

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h20StartAndStopAgainAndAgainLeaveNothing(Mpm mpm) throws IOException {
        Site site = Models.setup(mpm).directives(Models.size(mpm, 2, 2)).site();
        int cycles = Models.times(3, 20);
        for (int i = 1; i <= cycles; i++) {
            RunningServer server = site.start();
            if (i == cycles) {
                server.close();
            } else {
                Command stop = site.command("-k", "stop");
                assertThat(stop.exitCode()).as(stop.said()).isZero();
                server.gone();
                assertThat(site.errorLog().text()).doesNotContain("AH00045", "AH00046");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h36ManyGracefulRestartsLeaveDescriptorsAndMemoryOfTheParentAsTheyWere(Mpm mpm) {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 1, 2)).start()) {
            server.expect("MaxRequestWorkers|scoreboard is full");
            restart(server, 1);
            int descriptors = ProcessTable.descriptors(server.pid());
            long memory = ProcessTable.privateMemory(server.pid());
            int restarts = Models.times(6, 50);
            for (int i = 2; i <= restarts; i++) {
                restart(server, i);
            }
            Wait.until("the descriptors of the start", () -> ProcessTable.descriptors(server.pid()) <= descriptors + 2);
            assertThat(ProcessTable.privateMemory(server.pid())).isLessThan(memory + memory / 4 + 8192);
        }
    }

    private static void restart(RunningServer server, int generation) {
        List<Long> old = server.children();
        server.signal("USR1");
        Wait.until("generation " + generation, () -> server.generation() == generation);
        Wait.until("the end of the old children", () -> old.stream().noneMatch(ProcessTable::alive));
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h21StopAfterAGracefulRestartWaitsForNobody(Mpm mpm) throws Exception {
        try (RunningServer server =
                        Models.scripts(mpm).directives(Models.size(mpm, 1, 3)).start();
                Connection connection = server.connect()) {
            server.expect("AH00045|AH00046|AH01215|AH\\d+: .*did not exit|timed out|Timeout|script");
            connection
                    .send("GET /cgi-bin/slow?60 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .begun();
            Wait.until("a busy worker", () -> server.status().number("BusyWorkers") >= 2);
            server.signal("USR1");
            Wait.until("generation 1", () -> server.generation() == 1);
            server.signal("TERM");
            Wait.until(Duration.ofSeconds(15), "the end of the parent", () -> !server.alive());
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h22OfManySignalsTheStrongestIsObeyed(Mpm mpm) throws Exception {
        for (int round = 0; round < Models.times(2, 10); round++) {
            try (RunningServer server =
                    Models.setup(mpm).directives(Models.size(mpm, 1, 2)).start()) {
                server.expect("AH0004[56]");
                for (String signal : List.of("USR1", "USR1", "HUP", "USR1")) {
                    server.signal(signal);
                }
                if (round % 2 == 0) {
                    Wait.until("an answer", server::answers);
                }
                server.signal("TERM");
                Wait.until(Duration.ofSeconds(15), "the end of the parent", () -> !server.alive());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void aGracefulStopFinishesWhatRunsAndRefusesNewConnections(Mpm mpm) throws Exception {
        try (RunningServer server =
                        Models.scripts(mpm).directives(Models.size(mpm, 1, 3)).start();
                Connection connection = server.connect()) {
            connection
                    .send("GET /cgi-bin/slow?3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .begun();
            Wait.until("a busy worker", () -> server.status().number("BusyWorkers") >= 2);
            assertThat(server.site().command("-k", "graceful-stop").exitCode()).isZero();
            Wait.until("a removed pid file", () -> server.site().pid().isEmpty());
            Wait.until("refused connections", () -> !server.answers());
            assertThat(connection.answer().text()).isEqualTo("begin\nend\n");
            Wait.until("the end of the parent", () -> !server.alive());
        }
    }

    @Test
    void h25AStalePidFileIsOverwrittenWithAWarning() throws IOException {
        Site site =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).site();
        Files.writeString(site.pidFile(), "999999\n");
        try (RunningServer server = site.start()) {
            assertThat(server.pid()).isNotEqualTo(999_999);
            assertThat(site.errorLog().text()).contains("AH00098");
            server.expect("AH00098");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no number\n", "99999999999999999999999999999999999\n"})
    void h25ADamagedPidFileIsNamedAndEndsTheStart(String content) throws IOException {
        Site site =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).site();
        Files.writeString(site.pidFile(), content);
        Command start = site.command();
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.said() + site.errorLog().text()).contains("AH00058").contains("httpd.pid");
        Files.delete(site.pidFile());
        assertThat(site.pid()).isEmpty();
        site.delete();
    }

    @Test
    void h25ASecondStartNamesTheRunningServerAndHarmsNothing() throws IOException {
        try (RunningServer server =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).start()) {
            Command second = server.site().command("-k", "start");
            assertThat(second.exitCode()).isZero();
            assertThat(second.output()).containsPattern("\\(pid " + server.pid() + "\\) already running");
            assertThat(server.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void verbsWithoutARunningServerSaySo() {
        Site site =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).site();
        Command stop = site.command("-k", "stop");
        assertThat(stop.exitCode()).isZero();
        assertThat(stop.output()).contains("(no pid file) not running");
        Command graceful = site.command("-k", "graceful");
        assertThat(graceful.exitCode()).isZero();
        assertThat(graceful.output()).contains("not running, trying to start");
        try (RunningServer server = site.attach()) {
            assertThat(site.command("-k", "restart").exitCode()).isZero();
            Wait.until("the restart", () -> server.generation() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"restart", "graceful", "stop"})
    void aVerbWithABrokenConfigurationTouchesNothing(String verb) throws IOException {
        try (RunningServer server =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).start()) {
            List<Long> children = server.children();
            server.site().append("NoSuchDirective on");
            Command refused = server.site().command("-k", verb);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.said()).contains("Invalid command 'NoSuchDirective'");
            assertThat(server.get("/").status()).isEqualTo(200);
            assertThat(server.children()).isEqualTo(children);
        }
    }

    @ParameterizedTest
    @EnumSource(Mpm.class)
    void inTheForegroundTheParentIsTheStartedProcess(Mpm mpm) throws Exception {
        if (Models.all().noneMatch(mpm::equals)) {
            return;
        }
        Site site = Models.setup(mpm).directives(Models.size(mpm, 1, 2)).site();
        // A session of its own: httpd's prefork signals its whole process group, and this test is in ours (H33).
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(site.commandLine("-DFOREGROUND"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(site.root().resolve("logs/console").toFile())
                .start();
        try (RunningServer server = site.attach()) {
            assertThat(server.pid()).isEqualTo(process.pid());
            server.signal("TERM");
            assertThat(process.waitFor()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h33StoppingAForegroundServerSparesTheScriptThatStartedIt(Mpm mpm) throws Exception {
        Models.beyondApache();
        Site site = Models.setup(mpm).directives(Models.size(mpm, 1, 2)).site();
        Path console = site.root().resolve("console");
        List<String> command = new ArrayList<>(List.of("setsid", "/bin/sh", "-c", "\"$@\"; echo survived $?", "sh"));
        command.addAll(site.commandLine("-DFOREGROUND"));
        Process script = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        try (RunningServer server = site.attach()) {
            server.signal("TERM");
            script.waitFor();
            assertThat(Files.readString(console)).contains("survived 0");
        }
    }
}
