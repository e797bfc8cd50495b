package org.brood.mpm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.MpmSettings;
import org.brood.mpm.spi.Orders;
import org.junit.jupiter.api.Test;

/** What the MPMs promise whose waiting connections hold no thread. */
abstract class ListeningContract extends MpmContract {

    /** @param threads @param factor AsyncRequestWorkerFactor @param listeners ListenerThreads */
    static UnaryOperator<MpmSettings> shape(int threads, double factor, int listeners) {
        return s -> new MpmSettings(4, 64, threads, 4 * threads, 4, 1, 1, 250, 0, factor, listeners, 1, 0, 0);
    }

    private RunningChild child(LineService service, int threads, double factor, int listeners) {
        return RunningChild.of(mpm(), service, shape(threads, factor, listeners), threads);
    }

    @Test
    void aThousandIdleConnectionsCostNoThread() throws Exception {
        try (RunningChild child = child(patient(), 2, 1000, 1)) {
            List<Client> clients = new ArrayList<>();
            try {
                int before = Thread.activeCount();
                for (int i = 0; i < 1000; i++) {
                    Client client = new Client(child.port());
                    clients.add(client);
                    assertThat(client.ask("c" + i)).isEqualTo("c" + i);
                }
                assertThat(Thread.activeCount() - before).isLessThan(10);
                Awaitility.await().until(() -> child.board.counts().keepAlive() == 1000);
                for (Client client : clients) {
                    assertThat(client.ask("again")).isEqualTo("again");
                }
            } finally {
                for (Client client : clients) {
                    client.leave();
                }
            }
            child.awaitClosed();
            Awaitility.await().until(() -> child.board.counts().total() == 0);
        }
    }

    @Test
    void halfSentRequestsHoldNoThread() throws Exception {
        try (RunningChild child = child(patient(), 2, 2, 1);
                Client first = new Client(child.port());
                Client second = new Client(child.port());
                Client third = new Client(child.port());
                Client whole = new Client(child.port())) {
            first.send("ha");
            second.send("hal");
            third.send("half");
            assertThat(whole.ask("whole")).isEqualTo("whole");
            assertThat(whole.ask("block".repeat(2))).isEqualTo("blockblock");
            assertThat(first.send("lf\n").line()).isEqualTo("half");
            assertThat(second.send("f\n").line()).isEqualTo("half");
            assertThat(third.send("\n").line()).isEqualTo("half");
        }
    }

    @Test
    void atTheLimitNobodyIsShedAndRoomIsUsedAtOnce() throws Exception {
        try (RunningChild child = child(patient(), 2, 1, 1)) {
            List<Client> inside = new ArrayList<>();
            for (int i = 0; i < 4; i++) { // 2 + 2 * 1
                inside.add(new Client(child.port()));
                assertThat(inside.get(i).ask("in")).isEqualTo("in");
            }
            try (Client outside = new Client(child.port())) {
                outside.send("let me in\n");
                Awaitility.await().until(() -> !child.board.isAccepting());
                for (Client client : inside) {
                    assertThat(client.ask("still here")).isEqualTo("still here");
                }
                assertThat(child.service.accepted.get()).isEqualTo(4);
                inside.get(0).leave();
                inside.get(1).leave();
                assertThat(outside.line()).isEqualTo("let me in");
                assertThat(inside.get(2).ask("still here")).isEqualTo("still here");
                Awaitility.await().until(child.board::isAccepting);
            }
            inside.get(2).leave();
            inside.get(3).leave();
        }
    }

    @Test
    void whenAllAreBusyWaitingConnectionsMakeRoom() throws Exception {
        try (RunningChild child = child(patient(), 2, 2, 1);
                Client idle = new Client(child.port());
                Client busy = new Client(child.port());
                Client busyToo = new Client(child.port())) {
            assertThat(idle.ask("hello")).isEqualTo("hello");
            busy.send("block\n");
            busyToo.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 2);
            try (Client late = new Client(child.port())) {
                late.send("late\n");
                assertThat(idle.line()).isEqualTo("<end>");
                child.service.gate.countDown();
                assertThat(late.line()).isEqualTo("late");
                assertThat(busy.line()).isEqualTo("block");
                assertThat(busyToo.line()).isEqualTo("block");
            }
        }
    }

    @Test
    void timeoutsAreOnTimeWhileAllWorkersAreBusy() throws Exception {
        LineService service = new LineService(LONG, LONG, 200);
        try (RunningChild child = child(service, 1, 4, 1);
                Client idle = new Client(child.port());
                Client busy = new Client(child.port())) {
            busy.send("block\n");
            Awaitility.await().until(() -> service.atGate.get() == 1);
            assertThat(idle.ask("hello")).isEqualTo("hello");
            assertThat(idle.line()).isEqualTo("<end>");
            assertThat(service.timeouts.get()).isEqualTo(1);
        }
    }

    @Test
    void aSlowReaderIsServedWhileAllWorkersAreBusy() throws Exception {
        try (RunningChild child = child(patient(), 1, 4, 1);
                Client slow = new Client(child.port());
                Client busy = new Client(child.port())) {
            slow.send("big 8000000\n");
            Awaitility.await().until(() -> child.service.answers.get() == 1);
            busy.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 1);
            assertThat(slow.line()).hasSize(8_000_000);
        }
    }

    @Test
    void moreBlockingRequestsThanWorkersAllGetTheirTurn() throws Exception {
        try (RunningChild child = child(patient(), 2, 10, 1)) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                clients.add(new Client(child.port()));
                assertThat(clients.get(i).ask("here")).isEqualTo("here");
            }
            for (Client client : clients) {
                client.send("block\n");
            }
            Awaitility.await().until(() -> child.service.atGate.get() == 2);
            child.service.gate.countDown();
            for (Client client : clients) {
                assertThat(client.line()).isEqualTo("block");
                client.leave();
            }
        }
    }

    @Test
    void anIdleChildUsesNoProcessorTime() throws Exception {
        try (RunningChild child = child(patient(), 2, 10, 1);
                Client client = new Client(child.port())) {
            assertThat(client.ask("hello")).isEqualTo("hello");
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getThreadCpuTime(child.threadId());
            Awaitility.await().pollDelay(java.time.Duration.ofSeconds(1)).until(() -> true);
            assertThat(threads.getThreadCpuTime(child.threadId()) - before).isLessThan(20_000_000L);
        }
    }

    @Test
    void aBudgetUnderLoadResetsNobody() throws Exception {
        try (RunningChild child =
                RunningChild.of(mpm(), patient(), s -> budget(shape(2, 100, 1).apply(s), 40), 2)) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                clients.add(new Client(child.port()));
            }
            for (Client client : clients) {
                client.send("hello\n");
            }
            for (Client client : clients) {
                assertThat(client.line()).isEqualTo("hello");
                assertThat(client.line()).isEqualTo("<end>");
                client.leave();
            }
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
        }
    }

    @Test
    void finishIsObeyedUnderFullHandOver() throws Exception {
        for (int i = 0; i < 5; i++) {
            LineService service = patient();
            service.gate.countDown();
            try (RunningChild child = child(service, 2, 20, 1)) {
                Load load = new Load(child.port(), 4, "block");
                Awaitility.await().until(() -> service.answers.get() > 50);
                child.order(Orders.FINISH);
                assertThat(child.exit()).isEqualTo(ChildExit.OK);
                load.end();
                assertThat(load.wrong()).isEmpty();
            }
        }
    }
}
