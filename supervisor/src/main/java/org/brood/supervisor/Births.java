package org.brood.supervisor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brood.mpm.spi.Maintenance;
import org.brood.mpm.spi.MpmSettings;
import org.brood.posix.ErrnoException;
import org.brood.posix.Sockets;
import org.brood.supervisor.child.Child;
import org.brood.supervisor.child.Stage;
import org.brood.supervisor.log.LogLevel;

/** Starts children, hears what they say, and keeps their number as the MPM decides. Belongs to the parent's thread. */
final class Births {
    /** httpd's parent sleeps so long after a failed fork; ours only does not try again. */
    private static final long PAUSE_AFTER_FAILURE_NANOS = 10_000_000_000L;
    /** A child that finishes may go on for so long when its slot is wanted. */
    private static final long FINISHING_NANOS = 10_000_000_000L;

    private final House house;
    private final Consumer<Child> onEnd;
    private final Runnable onReady;
    private final List<Child> owed = new ArrayList<>();
    /** Buckets of children that could not be started for want of a slot. */
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>();

    private long notBefore = Long.MIN_VALUE;
    private int due;
    private int begun;

    /**
     * @param onEnd called when a child's process has ended
     * @param onReady called when a child has said READY
     */
    Births(House house, Consumer<Child> onEnd, Runnable onReady) {
        this.house = house;
        this.onEnd = onEnd;
        this.onReady = onReady;
    }

    /**
     * StartServers children, bucket after bucket. The first of each bucket has the machine for itself, so that somebody
     * serves as soon as possible; the others follow when one has said READY or has ended, or after a second.
     */
    void startUp() {
        MpmSettings settings = house.plan().settings();
        due = Math.min(settings.startServers(), settings.activeLimit());
        begun = 0;
        startDue(Math.min(due, settings.buckets()));
    }

    /** Those of {@link #startUp} that still wait. */
    void startOthers() {
        startDue(due);
    }

    /** Those that still wait are not wanted any more. */
    void forgetOthers() {
        due = begun;
    }

    private void startDue(int until) {
        while (begun < until) {
            start(begun++ % house.plan().settings().buckets());
        }
    }

    /** One child of the current generation, if there is room for it. */
    void start(int bucket) {
        if (house.isClosing() || System.nanoTime() < notBefore) {
            return;
        }
        int active = house.brood().active(house.current().number()).size();
        if (active >= house.plan().settings().activeLimit()) {
            return;
        }
        Optional<Integer> slot = house.brood().freeSlot();
        if (slot.isEmpty()) {
            waiting.addLast(bucket);
            return;
        }
        try {
            begin(house.nursery().start(house.current().estate(), slot.get(), bucket, System.nanoTime()));
        } catch (ErrnoException e) {
            notBefore = System.nanoTime() + PAUSE_AFTER_FAILURE_NANOS;
            String text = e.rendered() + ": cannot start a child process, trying again in 10 seconds";
            house.log(LogLevel.ALERT, house.words().spawnFailed(), text);
        }
    }

    /** A slot may have become free: those that wait for one are started. */
    void useFreedSlots() {
        while (!waiting.isEmpty() && house.brood().freeSlot().isPresent()) {
            start(waiting.removeFirst());
        }
    }

    /** A second is over. Where every slot is taken and one is wanted, the child that has been finishing for longest has had its time. */
    void makeRoom() {
        long now = System.nanoTime();
        Optional<Child> eldest = house.brood().eldestFinishing();
        if (waiting.isEmpty() || house.brood().freeSlot().isPresent() || eldest.isEmpty()) {
            return;
        }
        Child last = eldest.get();
        if (now - last.finishNanos() >= FINISHING_NANOS) {
            house.log(
                    LogLevel.WARN,
                    "BR1004",
                    "no slot is left for a new child: child pid " + last.pid() + " of generation "
                            + last.generation()
                            + " is stopped though it still finishes a request; raise ServerLimit");
            last.stop(now);
        }
    }

    private void begin(Child child) {
        house.brood().add(child);
        int threads = house.plan().settings().threadsPerChild();
        house.board().started(child.slot(), child.pid(), child.generation(), threads);
        house.loop().watch(child.pidfd(), () -> onEnd.accept(child));
        house.loop().watch(child.control(), () -> hear(child));
        tell(child, "started");
    }

    private void hear(Child child) {
        byte[] words = new byte[16];
        int count = Sockets.recv(child.control(), words, 0, words.length);
        if (count == 0) {
            house.loop().forget(child.control()); // its end of the pipe is closed: it will have ended soon
        }
        for (int i = 0; i < count; i++) {
            hear(child, words[i]);
        }
    }

    private void hear(Child child, byte word) {
        Stage before = child.stage();
        child.heard(word);
        if (before == Stage.STARTING && child.stage() == Stage.SERVING) {
            house.served();
            startOthers();
            onReady.run();
        } else if (before.isActive() && child.stage() == Stage.FINISHING) {
            tell(child, "quiescing");
            replace(child);
        }
    }

    /** Another child in the place of one of the current generation that ends without having been told to. */
    void replace(Child child) {
        if (child.generation() == house.current().number()) {
            start(child.bucket());
        }
    }

    /** As {@link #replace}, but not before the next quiet second. */
    void replaceLater(Child child) {
        owed.add(child);
    }

    /** A second in which nobody died is over: what was put off is done. */
    void replaceOwed() {
        List<Child> due = List.copyOf(owed);
        owed.clear();
        due.forEach(this::replace);
    }

    /** One pass of idle maintenance. */
    void maintain() {
        Maintenance.Decision decision =
                house.plan().mpm().maintain(view(), house.pace(), house.plan().settings());
        house.pace(decision.next());
        for (Maintenance.Message message : decision.messages()) {
            house.log(LogLevel.of(message.level()).orElse(LogLevel.WARN), message.id(), message.text());
        }
        List<Integer> retired = decision.retire();
        for (Child child : house.brood().those(child -> retired.contains(child.slot()))) {
            child.finish(System.nanoTime());
            tell(child, "quiescing");
        }
        for (int bucket = 0; bucket < decision.spawn().size(); bucket++) {
            for (int i = decision.spawn().get(bucket); i > 0; i--) {
                start(bucket);
            }
        }
    }

    private Maintenance.View view() {
        List<Maintenance.Child> children = new ArrayList<>();
        int threads = house.plan().settings().threadsPerChild();
        for (Child child : house.brood().all()) {
            boolean starting = child.stage() == Stage.STARTING;
            Board.Load load = starting
                    ? new Board.Load(false, true, threads, 0)
                    : house.board().load(child.slot(), threads);
            children.add(new Maintenance.Child(
                    child.slot(),
                    child.bucket(),
                    true,
                    child.generation() == house.current().number(),
                    !child.stage().isActive(),
                    load.accepting(),
                    load.idle(),
                    load.busy()));
        }
        return new Maintenance.View(children);
    }

    /** The debug line about a child whose head httpd's own test suite parses. */
    void tell(Child child, String what) {
        MpmSettings settings = house.plan().settings();
        int active = house.brood().active(house.current().number()).size();
        int total = house.brood().all().size();
        house.log(
                LogLevel.DEBUG,
                "",
                "Child " + child.slot() + " " + what + ": pid " + child.pid() + ", gen " + child.generation()
                        + ", active " + active + "/" + settings.activeLimit() + ", total " + total + "/"
                        + house.brood().used() + "/" + settings.serverLimit());
    }
}
