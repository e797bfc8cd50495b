package org.brood.mpm.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brood.mpm.spi.Maintenance.Child;
import org.brood.mpm.spi.Maintenance.Decision;
import org.brood.mpm.spi.Maintenance.Message;
import org.brood.mpm.spi.Maintenance.Pace;
import org.brood.mpm.spi.Maintenance.View;
import org.brood.mpm.spi.MpmSettings;
import org.junit.jupiter.api.Test;

/** Reference: how many children httpd starts and ends in each second, and what it says. */
class MaintenanceTest {
    private static final MpmSettings PREFORK = new MpmSettings(256, 1, 1, 256, 256, 5, 5, 10, 0, 1, 0, 1, 0, 0);
    private static final MpmSettings EVENT = new MpmSettings(16, 64, 25, 400, 16, 3, 75, 250, 0, 2, 1, 1, 0, 0);

    private static Child child(int slot, int idle, int busy) {
        return new Child(slot, 0, true, true, false, true, idle, busy);
    }

    private static Child quiescing(int slot, int busy) {
        return new Child(slot, 0, true, false, true, false, 0, busy);
    }

    private static List<Child> children(int count, int idle, int busy) {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            children.add(child(i, idle, busy));
        }
        return children;
    }

    private static List<String> ids(Decision decision) {
        return decision.messages().stream().map(Message::id).toList();
    }

    private static Pace rate(int rate) {
        return new Pace(List.of(rate), 0, List.of());
    }

    @Test
    void preforkDoublesItsRateWhileNobodyIsIdle() {
        Pace pace = Pace.first(1);
        List<Integer> spawned = new ArrayList<>();
        List<Child> busy = new ArrayList<>(children(5, 0, 1));
        for (int second = 0; second < 9; second++) {
            Decision decision = PreforkMaintenance.decide(new View(busy), pace, PREFORK);
            int count = decision.spawn().getFirst();
            spawned.add(count);
            for (int i = 0; i < count; i++) {
                busy.add(child(busy.size(), 0, 1));
            }
            pace = decision.next();
        }
        assertThat(spawned).containsExactly(1, 2, 4, 8, 16, 32, 32, 32, 32);
    }

    @Test
    void theRateIsOneAgainWhenEnoughAreIdle() {
        Decision decision = PreforkMaintenance.decide(new View(children(7, 1, 0)), rate(16), PREFORK);
        assertThat(decision.spawn()).containsExactly(0);
        assertThat(decision.retire()).isEmpty();
        assertThat(decision.next().rate()).containsExactly(1);
    }

    @Test
    void spareBoundsAreStrict() {
        assertThat(PreforkMaintenance.decide(new View(children(5, 1, 0)), rate(1), PREFORK)
                        .spawn())
                .containsExactly(0);
        assertThat(PreforkMaintenance.decide(new View(children(4, 1, 0)), rate(1), PREFORK)
                        .spawn())
                .containsExactly(1);
        assertThat(PreforkMaintenance.decide(new View(children(10, 1, 0)), rate(1), PREFORK)
                        .retire())
                .isEmpty();
        assertThat(PreforkMaintenance.decide(new View(children(11, 1, 0)), rate(1), PREFORK)
                        .retire())
                .hasSize(1);
    }

    @Test
    void preforkEndsAnIdleChildNotABusyOne() {
        List<Child> children = new ArrayList<>(children(11, 1, 0));
        children.add(child(11, 0, 1));
        assertThat(PreforkMaintenance.decide(new View(children), rate(1), PREFORK)
                        .retire())
                .containsExactly(10);
    }

    @Test
    void preforkSaysOnceThatItHasReachedItsLimit() {
        View full = new View(children(256, 0, 1));
        Decision first = PreforkMaintenance.decide(full, rate(32), PREFORK);
        assertThat(ids(first)).containsExactly("AH00161");
        assertThat(first.spawn()).containsExactly(0);
        assertThat(first.next().rate()).containsExactly(1);
        assertThat(ids(PreforkMaintenance.decide(full, first.next(), PREFORK))).isEmpty();
    }

    @Test
    void aHighRateIsReported() {
        Decision decision = PreforkMaintenance.decide(new View(children(20, 0, 1)), rate(8), PREFORK);
        assertThat(decision.messages())
                .containsExactly(new Message(
                        "info",
                        "AH00162",
                        "server seems busy, (you may need to increase StartServers, or Min/MaxSpareServers), "
                                + "spawning 8 children, there are 0 idle, and 20 total children"));
    }

    @Test
    void theRateIsHeldForTenPassesAfterAGracefulRestart() {
        Pace pace = new Pace(List.of(1), 10, List.of());
        List<Integer> spawned = new ArrayList<>();
        for (int second = 0; second < 12; second++) {
            Decision decision = PreforkMaintenance.decide(new View(children(5, 0, 1)), pace, PREFORK);
            spawned.add(decision.spawn().getFirst());
            pace = decision.next();
        }
        assertThat(spawned).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2);
    }

    @Test
    void threadsAreCountedNotChildren() {
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children(3, 25, 0)), rate(4), EVENT)
                        .spawn())
                .containsExactly(0);
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children(3, 24, 1)), rate(4), EVENT)
                        .spawn())
                .containsExactly(4);
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children(10, 25, 0)), rate(4), EVENT)
                        .retire())
                .isEmpty();
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children(11, 25, 0)), rate(4), EVENT)
                        .retire())
                .containsExactly(10);
    }

    @Test
    void theChildWithTheLeastToDoIsEnded() {
        List<Child> children = new ArrayList<>(children(11, 24, 1));
        children.set(4, child(4, 25, 0));
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children), rate(1), EVENT)
                        .retire())
                .containsExactly(4);
        assertThat(ThreadedMaintenance.WORKER
                        .decide(new View(children), rate(1), EVENT)
                        .retire())
                .containsExactly(4);
    }

    @Test
    void eventCountsIdleThreadsOnlyOfChildrenThatAccept() {
        List<Child> children = new ArrayList<>(children(3, 25, 0));
        children.set(0, new Child(0, 0, true, true, false, false, 25, 0));
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children), rate(1), EVENT)
                        .spawn())
                .containsExactly(1);
        assertThat(ThreadedMaintenance.WORKER
                        .decide(new View(children), rate(1), EVENT)
                        .spawn())
                .containsExactly(0);
    }

    @Test
    void oldGenerationsOfferNoIdleThreads() {
        List<Child> children = new ArrayList<>(children(3, 25, 0));
        children.set(0, new Child(0, 0, true, false, false, true, 25, 0));
        for (ThreadedMaintenance mpm : ThreadedMaintenance.values()) {
            assertThat(mpm.decide(new View(children), rate(1), EVENT).spawn()).containsExactly(1);
        }
    }

    @Test
    void eventEndsNoChildWhileOthersFinishUnlessThereIsRoomForARestart() {
        List<Child> children = new ArrayList<>(children(11, 25, 0));
        children.add(quiescing(11, 1));
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children), rate(1), EVENT)
                        .retire())
                .isEmpty();
        MpmSettings roomy = new MpmSettings(64, 64, 25, 400, 16, 3, 75, 250, 0, 2, 1, 1, 0, 0);
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children), rate(1), roomy)
                        .retire())
                .hasSize(1);
    }

    @Test
    void theLimitIsReportedOnceWithAndWithoutIdleThreads() {
        View busy = new View(children(16, 0, 25));
        Decision reached = ThreadedMaintenance.EVENT.decide(busy, rate(4), EVENT);
        assertThat(ids(reached)).containsExactly("AH00484");
        assertThat(ids(ThreadedMaintenance.EVENT.decide(busy, reached.next(), EVENT)))
                .isEmpty();
        View nearly = new View(children(16, 1, 24));
        assertThat(ids(ThreadedMaintenance.EVENT.decide(nearly, rate(4), EVENT)))
                .containsExactly("AH10159");
        assertThat(ids(ThreadedMaintenance.WORKER.decide(busy, rate(4), EVENT))).containsExactly("AH00286");
        assertThat(ids(ThreadedMaintenance.WORKER.decide(nearly, rate(4), EVENT)))
                .containsExactly("AH00287");
    }

    @Test
    void aFullScoreboardIsReportedWhenItBeginsNotEverySecond() {
        List<Child> children = new ArrayList<>(children(2, 0, 20));
        for (int slot = 2; slot < 16; slot++) {
            children.add(quiescing(slot, 1));
        }
        View full = new View(children);
        Decision first = ThreadedMaintenance.EVENT.decide(full, rate(1), EVENT);
        assertThat(first.messages())
                .containsExactly(new Message(
                        "error", "AH03490", "scoreboard is full, not at MaxRequestWorkers.Increase ServerLimit."));
        assertThat(first.spawn()).containsExactly(0);
        Decision second = ThreadedMaintenance.EVENT.decide(full, first.next(), EVENT);
        assertThat(second.messages()).isEmpty();
        Decision relieved = ThreadedMaintenance.EVENT.decide(new View(children(3, 25, 0)), second.next(), EVENT);
        assertThat(ids(ThreadedMaintenance.EVENT.decide(full, relieved.next(), EVENT)))
                .containsExactly("AH03490");
    }

    @Test
    void aRestartAloneDoesNotReachTheLimit() {
        List<Child> children = new ArrayList<>();
        for (int slot = 0; slot < 14; slot++) {
            children.add(new Child(slot, 0, true, false, slot < 7, true, 0, 25));
        }
        children.add(child(14, 20, 5));
        children.add(child(15, 20, 5));
        assertThat(ids(ThreadedMaintenance.EVENT.decide(new View(children), rate(1), EVENT)))
                .doesNotContain("AH10159", "AH00484");
    }

    @Test
    void workerStartsChildrenBesideThoseThatFinish() {
        List<Child> children = new ArrayList<>();
        for (int slot = 0; slot < 16; slot++) {
            children.add(quiescing(slot, 1));
        }
        assertThat(ThreadedMaintenance.WORKER
                        .decide(new View(children), rate(4), EVENT)
                        .spawn())
                .containsExactly(4);
        assertThat(ThreadedMaintenance.EVENT
                        .decide(new View(children), rate(4), EVENT)
                        .spawn())
                .containsExactly(0);
    }

    @Test
    void eventStartsNoMoreThanItsActiveLimit() {
        MpmSettings roomy = new MpmSettings(64, 64, 25, 400, 16, 3, 75, 250, 0, 2, 1, 1, 0, 0);
        Decision last = ThreadedMaintenance.EVENT.decide(new View(children(15, 0, 25)), rate(8), roomy);
        assertThat(last.spawn()).containsExactly(1);
        List<Child> startingUp = new ArrayList<>(children(16, 0, 20));
        Decision held = ThreadedMaintenance.EVENT.decide(new View(startingUp), rate(8), roomy);
        assertThat(held.spawn()).containsExactly(0);
        assertThat(held.next().rate()).containsExactly(1);
    }

    @Test
    void eachBucketIsKeptSuppliedByItself() {
        MpmSettings two = new MpmSettings(16, 64, 25, 400, 16, 2, 75, 250, 0, 2, 1, 2, 0, 0);
        List<Child> children = List.of(
                new Child(0, 0, true, true, false, true, 25, 0),
                new Child(2, 0, true, true, false, true, 25, 0),
                new Child(1, 1, true, true, false, true, 10, 15));
        Decision decision = ThreadedMaintenance.EVENT.decide(new View(children), Pace.first(2), two);
        assertThat(decision.spawn()).containsExactly(0, 1);
        assertThat(decision.next().rate()).containsExactly(1, 2);
    }
}
