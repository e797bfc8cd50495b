package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.StatusPage;
import org.brood.conformance.server.Wait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The status page, which monitoring tools of twenty years parse. */
class StatusIT {

    private static final List<String> ALWAYS = List.of(
            "ServerVersion",
            "ServerMPM",
            "Server Built",
            "CurrentTime",
            "RestartTime",
            "ParentServerConfigGeneration",
            "ParentServerMPMGeneration",
            "ServerUptimeSeconds",
            "ServerUptime",
            "Load1",
            "Load5",
            "Load15",
            "Total Accesses",
            "Total kBytes",
            "Total Duration",
            "CPUUser",
            "CPUSystem",
            "CPUChildrenUser",
            "CPUChildrenSystem",
            "CPULoad",
            "Uptime",
            "ReqPerSec",
            "BytesPerSec",
            "BytesPerReq",
            "DurationPerReq",
            "BusyWorkers",
            "GracefulWorkers",
            "IdleWorkers");
    private static final List<String> ASYNCHRONOUS = List.of(
            "Processes",
            "Stopping",
            "ConnsTotal",
            "ConnsAsyncWaitIO",
            "ConnsAsyncWriting",
            "ConnsAsyncKeepAlive",
            "ConnsAsyncClosing");

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h31TheAutoPageHasEachKeyOnceInHttpdsOrder(Mpm mpm) throws IOException {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 3)).start()) {
            for (int i = 0; i < 30; i++) {
                server.get("/");
            }
            Wait.until("an uptime", () -> server.status().number("ServerUptimeSeconds") >= 1);
            Wait.until("counted requests", () -> server.status().number("Total Accesses") >= 30);
            StatusPage page = server.status();
            List<String> expected = new ArrayList<>(ALWAYS);
            if (mpm.parks()) {
                expected.addAll(ASYNCHRONOUS);
            }
            expected.add("Scoreboard");
            List<String> keys = new ArrayList<>(page.keys());
            // CPULoad needs CPU time, which a fresh server may not have used yet.
            keys.remove("CPULoad");
            expected.remove("CPULoad");
            assertThat(keys).isEqualTo(expected);
            assertThat(page.value("ServerMPM")).isEqualTo(mpm.word());
            assertThat(page.text().lines().findFirst()).hasValue("localhost");
            assertThat(page.number("ParentServerConfigGeneration")).isEqualTo(1);
            assertThat(page.number("ParentServerMPMGeneration")).isZero();
            assertThat(page.value("Scoreboard")).matches("[_SRWKDCLGI.]+");
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void h27PagesUnderLoadAreAlwaysWellFormed(Mpm mpm) throws Exception {
        try (RunningServer server =
                Models.setup(mpm).directives(Models.size(mpm, 2, 6)).start()) {
            server.expect("AH00161|AH00286|AH00484|MaxRequestWorkers");
            int length = server.status().value("Scoreboard").length();
            Load load = Load.on(server, 3, 2);
            for (int i = 0; i < Models.times(40, 1000); i++) {
                StatusPage page = server.status();
                assertThat(page.value("Scoreboard")).hasSize(length).matches("[_SRWKDCLGI.]+");
                assertThat(page.number("BusyWorkers")).isBetween(1, 12);
                assertThat(page.number("Total Accesses")).isPositive();
                String html = server.get("/server-status").text();
                assertThat(html).contains("Apache Server Status for localhost").endsWith("</html>\n");
            }
            assertThat(load.stop()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void theHtmlPageShowsWhatRunsAndEscapesWhatClientsSent(Mpm mpm) throws Exception {
        try (RunningServer server =
                        Models.scripts(mpm).directives(Models.size(mpm, 1, 3)).start();
                Connection busy = server.connect()) {
            busy.send("GET /cgi-bin/slow?2&<script>alert(1)</script> HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .begun();
            Wait.until("a busy worker", () -> server.status().letters('W') >= 2);
            Answer page = server.get("/server-status?refresh=7");
            assertThat(page.field("Refresh")).hasValue("7");
            assertThat(page.field("Content-Type")).hasValue("text/html; charset=ISO-8859-1");
            assertThat(page.text())
                    .contains("Apache Status", "Server Version:", "Server MPM:", "Scoreboard Key:", "/cgi-bin/slow")
                    .doesNotContain("<script>alert");
            assertThat(server.get("/server-status?notable").text()).doesNotContain("<table border=\"0\"><tr><th>Srv");
            assertThat(server.get("/server-status?refresh").field("Refresh")).hasValue("10");
            busy.answer();
        }
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#parking")
    void parkedConnectionsAreCounted(Mpm mpm) throws Exception {
        Models.beyondApache(); // it copies these numbers only now and then
        try (RunningServer server = Models.setup(mpm)
                .directives(Models.size(mpm, 1, 4))
                .directives("KeepAliveTimeout 4")
                .start()) {
            List<Connection> parked = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                parked.add(server.connect());
                parked.getLast().get("/");
            }
            Wait.until("five parked ones", () -> server.status().number("ConnsAsyncKeepAlive") >= 5);
            for (Connection connection : parked) {
                connection.close();
            }
            Wait.until("none", () -> server.status().number("ConnsAsyncKeepAlive") == 0);
        }
    }
}
