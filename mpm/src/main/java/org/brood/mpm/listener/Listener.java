package org.brood.mpm.listener;

import org.brood.mpm.child.Acceptor;
import org.brood.mpm.child.NanoClock;
import org.brood.posix.Epoll;
import org.brood.posix.EventFd;
import org.brood.scoreboard.WorkerRow;

/**
 * A listener thread: one epoll, in rounds.
 *
 * <pre>
 *   sleep until an event or the next timeout
 *   take back what workers returned
 *   orders and wake-ups, connections, then the door     (in the order epoll reports them)
 *   read the clock once: expire, shed, stamp what was parked, open or shut the door, tell the board
 * </pre>
 *
 * <p>It never waits for anything but epoll, and has no periodic wake-up: an idle child uses no CPU time. Who needs it before
 * the next timeout wakes it. The rule for returned connections: the worker pushes, then reads {@code sleepsUntil}; the
 * listener writes {@code sleepsUntil}, then looks at the stack. Whichever comes second sees the other.
 */
final class Listener implements Runnable {
    private static final int EVENTS_PER_ROUND = 512;
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** After a shortage of descriptors or memory the door is tried again when a connection has ended, or after this. */
    private static final long SHORTAGE_NANOS = 1_000_000_000;

    private static final long AWAKE = Long.MIN_VALUE;
    private static final long FOR_EVER = Long.MAX_VALUE;

    /** Data of events that are not a connection's; as descriptors they would be negative. */
    private static final long WAKE_DATA = 0x8000_0000L;

    private static final long CONTROL_DATA = 0x8000_0001L;
    private static final long DOOR_DATA = 0x8000_0010L;

    private final ListeningChild child;
    private final Epoll epoll = Epoll.open(EVENTS_PER_ROUND);
    private final EventFd wake = EventFd.open();
    private final ReturnStack returned = new ReturnStack();
    private final NanoClock clock;
    private final Household household;
    private final Door door;

    /** {@link #AWAKE}, {@link #FOR_EVER}, or when the next timeout ends the sleep. */
    private volatile long sleepsUntil = AWAKE;
    /** Whether any return matters at once, not only those with an earlier timeout. */
    private volatile boolean eager;

    private long now;
    private long shortageUntil;
    private boolean shortage;
    private boolean noWorker;
    /** The door is shut and somebody waits before it, because no worker was idle. */
    private boolean pressed;

    private boolean finishing;

    Listener(ListeningChild child, WorkerRow row, NanoClock clock) {
        this.child = child;
        this.clock = clock;
        this.household = new Household(child, this, epoll, new ListenerLent(row));
        this.door = new Door(child, epoll, child.listeners(), new Acceptor(child.log(), clock));
        epoll.add(wake.fd(), Epoll.IN, WAKE_DATA);
    }

    static long doorData(int index) {
        return DOOR_DATA + index;
    }

    boolean isOpen() {
        return door.isOpen();
    }

    /** The control pipe is this listener's to watch. */
    void watchControl(int fd) {
        epoll.add(fd, Epoll.IN, CONTROL_DATA);
    }

    void unwatchControl(int fd) {
        epoll.remove(fd);
    }

    /** Ends the sleep. Any thread. */
    void wake() {
        wake.signal();
    }

    /** Something was freed that the door, or the end of this thread, may be waiting for. Any thread. */
    void freed() {
        if (eager) {
            wake.signal();
        }
    }

    /**
     * The crew is through with a connection, which must not be touched after this. Any thread.
     *
     * @param atOnce whether it should be looked at now, whatever it waits for
     */
    void takeBack(Connection connection, boolean atOnce) {
        boolean waits = connection.wait != null;
        long expires = connection.waitsSince + connection.timeoutMillis * NANOS_PER_MILLI;
        returned.push(connection);
        long until = sleepsUntil;
        if (until != AWAKE && (atOnce || eager || waits && (until == FOR_EVER || expires - until < 0))) {
            wake.signal();
        }
    }

    @Override
    public void run() {
        now = clock.nanos();
        door.open();
        child.doorMoved();
        while (goesOn()) {
            round();
        }
        if (child.stopping()) {
            household.takeBack(returned.takeAll());
            household.endAll();
        }
        household.tell();
    }

    private boolean goesOn() {
        if (child.finishing() && !finishing) {
            finish();
        }
        return !child.stopping() && !(finishing && child.census().connections() == 0 && child.lastListener(this));
    }

    /** No new connections; those that wait for nothing end soon, the others are served to their end. */
    private void finish() {
        finishing = true;
        eager = true;
        shutDoor();
        child.leftDoor();
        household.waits().hurry();
    }

    private void round() {
        int events = sleep();
        household.takeBack(returned.takeAll());
        noWorker = false;
        for (int i = 0; i < events; i++) {
            happened(epoll.data(i), epoll.events(i));
        }
        household.drainFloods();
        now = clock.nanos();
        household.expire(now, finishing);
        if (noWorker || pressed) {
            household.shed(now);
        }
        now = clock.nanos();
        household.waits().stamp(now);
        reopenDoor();
        household.tell();
    }

    private int sleep() {
        long left = household.flooded() ? 0 : untilNextTimeout();
        sleepsUntil = left == Long.MAX_VALUE ? FOR_EVER : now + left;
        boolean returnedMeanwhile = !returned.isEmpty();
        int events = epoll.wait(returnedMeanwhile ? 0 : millisRoundedUp(left));
        sleepsUntil = AWAKE;
        return events;
    }

    private long untilNextTimeout() {
        long left = household.waits().untilExpiry(now);
        if (pressed) {
            left = Math.min(left, household.waits().untilSheddable(now));
        }
        return shortage ? Math.min(left, Math.max(0, shortageUntil - now)) : left;
    }

    private static int millisRoundedUp(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return -1;
        }
        return (int) Math.min(Integer.MAX_VALUE, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }

    private void happened(long data, int events) {
        if ((int) data >= 0) {
            household.happened(data, events);
        } else if (data == WAKE_DATA) {
            wake.drain();
        } else if (data == CONTROL_DATA) {
            child.orders();
        } else {
            atDoor((int) (data - DOOR_DATA));
        }
    }

    private void atDoor(int index) {
        if (!door.isOpen()) {
            return;
        }
        switch (noWorker ? Door.Visit.NO_WORKER : door.answer(index, household)) {
            case DONE -> {}
            case FULL -> shutDoor();
            case NO_WORKER -> {
                pressed = true;
                shutDoor();
            }
            case SHORTAGE -> {
                shortage = true;
                shortageUntil = now + SHORTAGE_NANOS;
                pressed = true;
                shutDoor();
                child.shortOfDescriptors();
            }
            case USED_UP -> child.budgetUsedUp();
        }
    }

    /** A connection was handed over, and no worker was idle. */
    void noWorkerForHandOver() {
        noWorker = true;
    }

    private void shutDoor() {
        eager = true;
        door.shut();
        child.doorMoved();
    }

    /** Whoever frees something changes the numbers first and reads {@code eager} then: one of us sees the other. */
    private void reopenDoor() {
        if (door.isOpen() || finishing) {
            return;
        }
        eager = true;
        boolean recovered =
                !shortage || now - shortageUntil >= 0 || child.census().connections() == 0;
        if (recovered && !noWorker && child.admits()) {
            shortage = false;
            pressed = false;
            eager = false;
            door.open();
            child.doorMoved();
        }
    }
}
