package org.brood.mpm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.awaitility.Awaitility;
import org.brood.mpm.spi.ChildExit;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;
import org.brood.mpm.spi.Orders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every MPM promises, whatever gives connections their threads. */
@Timeout(120)
abstract class MpmContract {
    static final int LONG = 60_000;

    abstract Mpm mpm();

    /** Connections that one child can serve at once in these tests. */
    abstract int threads();

    RunningChild child(LineService service) {
        return RunningChild.of(mpm(), service, s -> s, threads());
    }

    static LineService patient() {
        return new LineService(LONG, LONG, LONG);
    }

    static MpmSettings budget(MpmSettings s, int connections) {
        return new MpmSettings(
                s.serverLimit(),
                s.threadLimit(),
                s.threadsPerChild(),
                s.maxRequestWorkers(),
                s.activeLimit(),
                s.startServers(),
                s.minSpare(),
                s.maxSpare(),
                connections,
                s.asyncRequestWorkerFactor(),
                s.listenerThreads(),
                s.buckets(),
                s.gracefulShutdownTimeoutSeconds(),
                s.threadStackBytes());
    }

    @Test
    void answersRequestAfterRequestOnOneConnection() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            for (int i = 0; i < 100; i++) {
                assertThat(client.ask("hello " + i)).isEqualTo("hello " + i);
            }
            client.leave();
            child.awaitClosed();
        }
    }

    @Test
    void answersConnectionAfterConnection() throws Exception {
        try (RunningChild child = child(patient())) {
            for (int i = 0; i < 100; i++) {
                try (Client client = new Client(child.port())) {
                    assertThat(client.ask("bye")).isEqualTo("bye");
                    assertThat(client.line()).isEqualTo("<end>");
                }
            }
            child.awaitClosed();
            assertThat(child.service.ids).hasSize(100);
            assertThat(child.logged).isEmpty();
        }
    }

    @Test
    void answersWhatComesInPieces() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            for (String piece : "slo|w\nqui|ck\nsl|ow again\n".split("\\|")) {
                client.send(piece);
                Thread.yield();
            }
            assertThat(client.line()).isEqualTo("slow");
            assertThat(client.line()).isEqualTo("quick");
            assertThat(client.line()).isEqualTo("slow again");
        }
    }

    @Test
    void answersPipelinedRequestsThatFillTheBufferExactly() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("x".repeat(127).concat("\n").repeat(8));
            for (int i = 0; i < 8; i++) {
                assertThat(client.line()).hasSize(127);
            }
        }
    }

    @Test
    void answersARequestWhoseClientHasShutItsSide() throws Exception {
        try (RunningChild child = child(patient())) {
            for (int i = 0; i < 50; i++) {
                try (Client client = new Client(child.port())) {
                    client.send("first\n").send("last\n").shutdownOutput();
                    assertThat(client.line()).isEqualTo("first");
                    assertThat(client.line()).isEqualTo("last");
                    assertThat(client.line()).isEqualTo("<end>");
                }
            }
            child.awaitClosed();
        }
    }

    @Test
    void aSlowReaderGetsEveryByte() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("big 8000000\n");
            Awaitility.await().until(() -> child.service.answers.get() == 1);
            assertThat(client.line()).hasSize(8_000_000);
            assertThat(client.ask("more")).isEqualTo("more");
        }
    }

    @Test
    void blockingWorkIsDoneOnAThreadThatMayBlock() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 1);
            child.service.gate.countDown();
            assertThat(client.line()).isEqualTo("block");
            assertThat(client.ask("after")).isEqualTo("after");
        }
    }

    @Test
    void aFailingTaskCostsItsOwnConnectionOnly() throws Exception {
        try (RunningChild child = child(patient())) {
            try (Client client = new Client(child.port())) {
                assertThat(client.ask("odd")).isEqualTo("<end>");
            }
            child.awaitClosed();
            try (Client client = new Client(child.port())) {
                assertThat(client.ask("even")).isEqualTo("even");
            }
            assertThat(child.logged)
                    .singleElement()
                    .asString()
                    .contains("BR0501")
                    .contains("odd");
        }
    }

    @Test
    void keepAliveEndsAfterItsTimeoutAndNeverBefore() throws Exception {
        LineService service = new LineService(LONG, LONG, 300);
        try (RunningChild child = child(service);
                Client client = new Client(child.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.ask("hello")).isEqualTo("hello");
            }
            long before = System.nanoTime();
            assertThat(client.ask("hello")).isEqualTo("hello");
            assertThat(client.line()).isEqualTo("<end>");
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(300_000_000L);
            assertThat(service.timeouts.get()).isEqualTo(1);
            client.leave();
            child.awaitClosed();
        }
    }

    @Test
    void aSilentClientEndsAfterTheReadTimeout() throws Exception {
        LineService service = new LineService(250, LONG, LONG);
        try (RunningChild child = child(service)) {
            long before = System.nanoTime();
            try (Client client = new Client(child.port())) {
                client.send("half a line");
                assertThat(client.line()).isEqualTo("<end>");
                assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(250_000_000L);
            }
            child.awaitClosed();
        }
    }

    @Test
    void aClientThatNeverReadsEndsAfterTheWriteTimeout() throws Exception {
        LineService service = new LineService(LONG, 250, LONG);
        try (RunningChild child = child(service);
                Client client = new Client(child.port())) {
            client.send("big 50000000\n");
            Awaitility.await().atMost(RunningChild.PATIENCE).until(() -> service.timeouts.get() == 1);
            child.awaitClosed();
        }
    }

    @Test
    void theLastAnswerSurvivesAClientThatStillSends() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("bye\n" + "z".repeat(100_000));
            assertThat(client.line()).isEqualTo("bye");
            client.send("z".repeat(100_000));
            assertThat(client.line()).isEqualTo("<end>");
            client.leave();
            child.awaitClosed();
        }
    }

    @Test
    void aResetEndsTheConnection() throws Exception {
        try (RunningChild child = child(patient())) {
            for (String first : new String[] {"hello\n", "half", "big 5000000\n"}) {
                Client client = new Client(child.port());
                client.send(first);
                Awaitility.await().until(() -> child.service.open() == 1);
                client.abort();
                child.awaitClosed();
            }
            assertThat(child.logged).isEmpty();
        }
    }

    @Test
    void finishEndsAnIdleChildAtOnce() throws Exception {
        try (RunningChild child = child(patient())) {
            child.order(Orders.FINISH);
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
            assertThat(child.board.isQuiescing()).isTrue();
            assertThat(child.board.isAccepting()).isFalse();
        }
    }

    @Test
    void finishEndsAWaitingKeptAliveConnectionSoon() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            assertThat(client.ask("hello")).isEqualTo("hello");
            child.order(Orders.FINISH);
            assertThat(client.line()).isEqualTo("<end>");
            client.leave();
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
        }
    }

    @Test
    void aRequestSentRightAfterFinishIsStillAnswered() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (RunningChild child = child(patient());
                    Client client = new Client(child.port())) {
                assertThat(client.ask("hello")).isEqualTo("hello");
                child.order(Orders.FINISH);
                Awaitility.await().until(child.board::isQuiescing);
                assertThat(client.ask("once more")).isEqualTo("once more");
                assertThat(client.line()).isEqualTo("<end>");
                client.leave();
                assertThat(child.exit()).isEqualTo(ChildExit.OK);
            }
        }
    }

    @Test
    void finishLetsARunningRequestEnd() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 1);
            child.order(Orders.FINISH);
            Awaitility.await().until(child.board::isQuiescing);
            assertThat(child.ended()).isFalse();
            child.service.gate.countDown();
            assertThat(client.line()).isEqualTo("block");
            assertThat(client.line()).isEqualTo("<end>");
            client.leave();
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
        }
    }

    @Test
    void aPeerThatNeverClosesHoldsAFinishingChildForTwoSecondsOnly() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            assertThat(client.ask("bye")).isEqualTo("bye");
            long before = System.nanoTime();
            child.order(Orders.FINISH);
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
            assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void stopEndsAChildWhoseRequestIsStuck() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 1);
            child.order(Orders.STOP);
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
            assertThat(client.line()).isEqualTo("<end>");
        }
    }

    @Test
    void stopIsObeyedWhileTheChildFinishes() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 1);
            child.order(Orders.FINISH);
            Awaitility.await().until(child.board::isQuiescing);
            child.order(Orders.STOP);
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
        }
    }

    @Test
    void stopEndsConnectionsThatWait() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            assertThat(client.ask("hello")).isEqualTo("hello");
            child.order(Orders.STOP);
            assertThat(client.line()).isEqualTo("<end>");
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
            child.awaitClosed();
        }
    }

    @Test
    void aChildWhoseParentIsGoneFinishes() throws Exception {
        try (RunningChild child = child(patient());
                Client client = new Client(child.port())) {
            client.send("block\n");
            Awaitility.await().until(() -> child.service.atGate.get() == 1);
            child.orphan();
            Awaitility.await().until(child.board::isQuiescing);
            child.service.gate.countDown();
            assertThat(client.line()).isEqualTo("block");
            client.leave();
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
        }
    }

    @Test
    void theBudgetIsServedToTheLastConnectionAndNotExceeded() throws Exception {
        try (RunningChild child = RunningChild.of(mpm(), patient(), s -> budget(s, 3), threads())) {
            for (int i = 0; i < 3; i++) {
                try (Client client = new Client(child.port())) {
                    assertThat(client.ask("bye")).isEqualTo("bye");
                    assertThat(client.line()).isEqualTo("<end>");
                }
            }
            assertThat(child.note()).isEqualTo(Orders.QUIESCING);
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
            assertThat(child.service.accepted.get()).isEqualTo(3);
        }
    }

    @Test
    void aBudgetOfOneAnswersOne() throws Exception {
        try (RunningChild child = RunningChild.of(mpm(), patient(), s -> budget(s, 1), threads());
                Client client = new Client(child.port())) {
            assertThat(client.ask("hello")).isEqualTo("hello");
            assertThat(client.line()).isEqualTo("<end>");
            client.leave();
            assertThat(child.exit()).isEqualTo(ChildExit.OK);
        }
    }

    @Test
    void allListenersAreServed() throws Exception {
        try (RunningChild child = new RunningChild(mpm(), patient(), RunningChild.settings(threads()), 3)) {
            for (int i = 0; i < 30; i++) {
                try (Client client = new Client(child.port(i % 3))) {
                    assertThat(client.ask("bye")).isEqualTo("bye");
                }
            }
        }
    }

    @Test
    void nothingIsLostWhenClientsCloseAtOnce() throws Exception {
        try (RunningChild child = child(patient())) {
            for (int i = 0; i < 200; i++) {
                closeAfter(child, i % 4);
            }
            child.awaitClosed();
            try (Client client = new Client(child.port())) {
                assertThat(client.ask("sound")).isEqualTo("sound");
            }
            assertThat(child.logged).isEmpty();
        }
    }

    @Test
    void restlessClientsGetTheirOwnAnswersAndLeaveNothingBehind() throws Exception {
        LineService service = patient();
        service.gate.countDown();
        try (RunningChild child = child(service)) {
            Load load = new Load(child.port(), 6, "block");
            Awaitility.await().atMost(RunningChild.PATIENCE).until(() -> service.accepted.get() > 600);
            load.end();
            assertThat(load.wrong()).isEmpty();
            child.awaitClosed();
            try (Client client = new Client(child.port())) {
                assertThat(client.ask("sound")).isEqualTo("sound");
            }
            assertThat(child.logged).isEmpty();
            assertThat(child.board.counts().keepAlive()).isLessThanOrEqualTo(1);
        }
    }

    private static void closeAfter(RunningChild child, int requests) throws IOException {
        try (Client client = new Client(child.port())) {
            for (int i = 0; i < requests; i++) {
                assertThat(client.ask("r" + i)).isEqualTo("r" + i);
            }
            client.send("never read\n");
        }
    }
}
