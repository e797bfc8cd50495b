package org.brood.mpm.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;
import org.brood.mpm.spi.MpmSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CorrectionsTest {
    private final List<String> console = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    private MpmSettings settings(String mpm, Optional<MpmSettings> first, int cores, String... lines) throws Exception {
        Settings said = new SettingsOfTest(directives(mpm)).apply(lines);
        return switch (mpm) {
            case "prefork" -> PreforkPolicy.settings(said, first, this::warn, cores);
            case "worker" -> ThreadedPolicy.WORKER.settings(said, first, this::warn, cores);
            case "event" -> ThreadedPolicy.EVENT.settings(said, first, this::warn, cores);
            default -> ThreadedPolicy.VIRTUAL.settings(said, first, this::warn, cores);
        };
    }

    private static List<DirectiveSpec> directives(String mpm) {
        return switch (mpm) {
            case "prefork" -> MpmDirectives.prefork();
            case "worker" -> MpmDirectives.worker();
            case "event" -> MpmDirectives.event();
            default -> MpmDirectives.virtual();
        };
    }

    private void warn(String consoleId, String consoleText, String logId, String logText) {
        console.add(consoleId + ": " + consoleText);
        log.add(logId + ": " + logText);
    }

    @ParameterizedTest
    @MethodSource
    void defaultsAreHttpds(String mpm, MpmSettings expected) throws Exception {
        assertThat(settings(mpm, Optional.empty(), 2)).isEqualTo(expected);
        assertThat(console).isEmpty();
    }

    static Stream<Arguments> defaultsAreHttpds() {
        return Stream.of(
                Arguments.of("prefork", new MpmSettings(256, 1, 1, 256, 256, 5, 5, 10, 0, 1, 0, 1, 0, 0)),
                Arguments.of("worker", new MpmSettings(16, 64, 25, 400, 16, 3, 75, 250, 0, 2, 0, 1, 0, 0)),
                Arguments.of("event", new MpmSettings(16, 64, 25, 400, 16, 3, 75, 250, 0, 2, 1, 1, 0, 0)),
                Arguments.of("virtual", new MpmSettings(16, 64, 25, 400, 16, 3, 75, 250, 0, 2, 0, 1, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource
    void wrongValuesAreCorrectedInHttpdsWords(String mpm, String line, String onConsole, String inLog)
            throws Exception {
        settings(mpm, Optional.empty(), 2, line.split("\\|"));
        assertThat(console).containsExactly(onConsole);
        assertThat(log).containsExactly(inLog);
    }

    static Stream<Arguments> wrongValuesAreCorrectedInHttpdsWords() {
        return Stream.of(
                Arguments.of(
                        "prefork",
                        "ServerLimit 200001",
                        "AH00175: WARNING: ServerLimit of 200001 exceeds compile-time limit of 200000 servers, decreasing to 200000.",
                        "AH00176: ServerLimit of 200001 exceeds compile-time limit of 200000, decreasing to match"),
                Arguments.of(
                        "prefork",
                        "MaxRequestWorkers 300",
                        "AH00180: WARNING: MaxRequestWorkers of 300 exceeds ServerLimit value of 256 servers, "
                                + "decreasing MaxRequestWorkers to 256. To increase, please see the ServerLimit directive.",
                        "AH00181: MaxRequestWorkers of 300 exceeds ServerLimit value of 256, decreasing to match"),
                Arguments.of(
                        "prefork",
                        "MaxRequestWorkers 0",
                        "AH00182: WARNING: MaxRequestWorkers of 0 not allowed, increasing to 1.",
                        "AH00183: MaxRequestWorkers of 0 not allowed, increasing to 1"),
                Arguments.of(
                        "prefork",
                        "StartServers junk",
                        "AH00184: WARNING: StartServers of 0 not allowed, increasing to 1.",
                        "AH00185: StartServers of 0 not allowed, increasing to 1"),
                Arguments.of(
                        "prefork",
                        "MinSpareServers -5",
                        "AH00186: WARNING: MinSpareServers of -5 not allowed, increasing to 1 to avoid almost certain "
                                + "server failure. Please read the documentation.",
                        "AH00187: MinSpareServers of -5 not allowed, increasing to 1"),
                Arguments.of(
                        "worker",
                        "ServerLimit 0|MaxRequestWorkers 25",
                        "AH00302: WARNING: ServerLimit of 0 not allowed, increasing to 1.",
                        "AH00303: ServerLimit of 0 not allowed, increasing to 1"),
                Arguments.of(
                        "worker",
                        "ThreadLimit 20001",
                        "AH00305: WARNING: ThreadLimit of 20001 exceeds compile-time limit of 20000 threads, decreasing to 20000.",
                        "AH00306: ThreadLimit of 20001 exceeds compile-time limit of 20000, decreasing to match"),
                Arguments.of(
                        "worker",
                        "ThreadsPerChild 100|MaxRequestWorkers 640",
                        "AH00310: WARNING: ThreadsPerChild of 100 exceeds ThreadLimit of 64 threads, decreasing to 64. "
                                + "To increase, please see the ThreadLimit directive.",
                        "AH00311: ThreadsPerChild of 100 exceeds ThreadLimit of 64, decreasing to match"),
                Arguments.of(
                        "event",
                        "ThreadsPerChild 0|MaxRequestWorkers 16",
                        "AH00509: WARNING: ThreadsPerChild of 0 not allowed, increasing to 1.",
                        "AH00510: ThreadsPerChild of 0 not allowed, increasing to 1"),
                Arguments.of(
                        "event",
                        "MaxRequestWorkers 5",
                        "AH00511: WARNING: MaxRequestWorkers of 5 is less than ThreadsPerChild of 25, increasing to 25. "
                                + "MaxRequestWorkers must be at least as large as the number of threads in a single server.",
                        "AH00512: MaxRequestWorkers of 5 is less than ThreadsPerChild of 25, increasing to match"),
                Arguments.of(
                        "event",
                        "ThreadsPerChild 10|MaxRequestWorkers 25",
                        "AH00513: WARNING: MaxRequestWorkers of 25 is not an integer multiple of ThreadsPerChild of 10, "
                                + "decreasing to nearest multiple 20, for a maximum of 2 servers.",
                        "AH00514: MaxRequestWorkers of 25 is not an integer multiple of ThreadsPerChild of 10, "
                                + "decreasing to nearest multiple 20"),
                Arguments.of(
                        "event",
                        "ServerLimit 4",
                        "AH00515: WARNING: MaxRequestWorkers of 400 would require 16 servers and would exceed ServerLimit "
                                + "of 4, decreasing to 100. To increase, please see the ServerLimit directive.",
                        "AH00516: MaxRequestWorkers of 400 would require 16 servers and exceed ServerLimit of 4, decreasing to 100"),
                Arguments.of(
                        "worker",
                        "StartServers 0",
                        "AH00320: WARNING: StartServers of 0 not allowed, increasing to 1.",
                        "AH00321: StartServers of 0 not allowed, increasing to 1"),
                Arguments.of(
                        "virtual",
                        "MinSpareThreads 0",
                        "AH00519: WARNING: MinSpareThreads of 0 not allowed, increasing to 1 to avoid almost certain "
                                + "server failure. Please read the documentation.",
                        "AH00520: MinSpareThreads of 0 not allowed, increasing to 1"));
    }

    @Test
    void correctedValuesFollowFromEachOther() throws Exception {
        MpmSettings ten = settings("event", Optional.empty(), 2, "ThreadsPerChild 10", "MaxRequestWorkers 25");
        assertThat(ten.maxRequestWorkers()).isEqualTo(20);
        assertThat(ten.activeLimit()).isEqualTo(2);
        MpmSettings sixtyFour = settings("worker", Optional.empty(), 2, "ThreadsPerChild 64");
        assertThat(sixtyFour.maxRequestWorkers()).isEqualTo(384);
        assertThat(sixtyFour.activeLimit()).isEqualTo(6);
        assertThat(settings("event", Optional.empty(), 2, "ServerLimit 4").activeLimit())
                .isEqualTo(4);
        assertThat(settings("event", Optional.empty(), 2, "StartServers 99").startServers())
                .isEqualTo(16);
        assertThat(settings("prefork", Optional.empty(), 2, "MaxSpareServers 3").maxSpare())
                .isEqualTo(6);
        assertThat(settings("event", Optional.empty(), 2, "MaxSpareThreads 80").maxSpare())
                .isEqualTo(75 + 26);
    }

    @Test
    void limitsHoldForTheParentsLife() throws Exception {
        MpmSettings first = settings("event", Optional.empty(), 2, "ServerLimit 20", "ThreadLimit 30");
        MpmSettings second = settings("event", Optional.of(first), 2, "ServerLimit 18", "ThreadLimit 40");
        assertThat(second.serverLimit()).isEqualTo(20);
        assertThat(second.threadLimit()).isEqualTo(30);
        assertThat(console).containsExactly(": ", ": ");
        assertThat(log)
                .containsExactly(
                        "AH00501: changing ServerLimit to 18 from original value of 20 not allowed during restart",
                        "AH00506: changing ThreadLimit to 40 from original value of 30 not allowed during restart");
    }

    @Test
    void bucketsRaiseWhatHasToServeEachOfThem() throws Exception {
        MpmSettings event = settings(
                "event", Optional.empty(), 8, "ListenCoresBucketsRatio 2", "StartServers 1", "MinSpareThreads 1");
        assertThat(event.buckets()).isEqualTo(4);
        assertThat(event.startServers()).isEqualTo(4);
        assertThat(event.minSpare()).isEqualTo(25 * 3 + 4);
        assertThat(settings("event", Optional.empty(), 2, "ListenCoresBucketsRatio 2")
                        .buckets())
                .isEqualTo(1);
        MpmSettings prefork = settings(
                "prefork", Optional.empty(), 8, "ListenCoresBucketsRatio 1", "MinSpareServers 2", "MaxSpareServers 2");
        assertThat(prefork.minSpare()).isEqualTo(8);
        assertThat(prefork.maxSpare()).isEqualTo(16);
    }

    @Test
    void listenerThreadsUseTheCoresThatChildrenLeave() throws Exception {
        assertThat(settings("event", Optional.empty(), 2).listenerThreads()).isEqualTo(1);
        assertThat(settings("event", Optional.empty(), 8).listenerThreads()).isEqualTo(2);
        assertThat(settings("event", Optional.empty(), 8, "StartServers 1").listenerThreads())
                .isEqualTo(8);
        assertThat(settings("event", Optional.empty(), 8, "ListenerThreads 3").listenerThreads())
                .isEqualTo(3);
        assertThat(settings("event", Optional.empty(), 8, "ListenerThreads 3", "ListenerThreads auto")
                        .listenerThreads())
                .isEqualTo(2);
    }
}
