package org.brood.mpm.listener;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.brood.mpm.child.OpenConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a child with listeners, and who owns it.
 *
 * <p>Its socket is registered once, edge-triggered, with the epoll of one listener, its <em>home</em>, when it is parked for
 * the first time; only that thread sees its events. The theory of ownership:
 *
 * <pre>
 *             event, timeout                         hand over
 *   PARKED ───────────────────► (home runs it) ─────────────────────► OWNED by the crew
 *     ▲  ▲                          │                                 │  │      ▲ │
 *     │  └───── waits again ────────┘               stirred: run again│  │      │ │ an event arrives:
 *     │                                                               └──┼──────┘ │ home sets STIRRED
 *     │                                                                  ▼        ▼
 *     └───────────────────── home takes it back ◄──────────────────── RETURNED (stack of home)
 * </pre>
 *
 * <ul>
 *   <li>PARKED: home's alone; it stands in one timeout queue, or home is running it right now. No atomic operation is
 *       needed, so what is answered on the listener costs none.
 *   <li>OWNED: a thread of the crew's, or on its way to one. An event that comes meanwhile cannot be acted upon and will not be
 *       repeated (edge!), so home leaves a mark: STIRRED. The crew gives the connection back by a compare-and-set that
 *       fails if a mark has been made, and then runs the task once more instead. So no wake-up is lost.
 *   <li>RETURNED: on home's stack. A mark made now is found when home takes it back, which then runs it at once.
 * </ul>
 *
 * <p>SHUT comes with STIRRED when the event said that the peer has sent its last byte. A task may stop reading at a short
 * read, and the end of the stream behind it makes no further edge if it was part of the event that woke the task. So such
 * an event is worth two runs: one for the bytes, one for the end. {@link #extraRuns} is that rule.
 *
 * <p>An event of a socket that was closed meanwhile, its number perhaps used again, is recognised by the tag that comes
 * with it: see {@link ConnectionTable}.
 */
public final class Connection extends TimeoutQueue.Entry<Connection> {
    private static final int PARKED = 0;
    private static final int OWNED = 1;
    private static final int RETURNED = 2;
    private static final int OWNER = 3;

    private static final int STIRRED = 4;
    private static final int SHUT = 8;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Connection.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final OpenConnection open;
    final Listener home;
    final int tag;

    @SuppressWarnings("unused") // through STATE
    private volatile int state;

    /** The owner's: what it waits for when it is parked; null when its socket has been closed. */
    @Nullable
    Wait wait;

    /** The owner's: how long. */
    int timeoutMillis;

    /** The owner's, when it is given back: since when. */
    long waitsSince;

    /** Home's: whether its epoll knows the socket. */
    boolean registered;

    /** The crew's. */
    private @Nullable Object attachment;

    /** Home's stack of returned connections. */
    @Nullable
    Connection nextReturned;

    Connection(OpenConnection open, Listener home, int tag) {
        this.open = open;
        this.home = home;
        this.tag = tag;
    }

    /** What the crew keeps with this connection; null at first. By the crew, while it owns it or is handed it. */
    public @Nullable Object attachment() {
        return attachment;
    }

    public void attachment(Object kept) {
        attachment = kept;
    }

    /** Home only: whether home may run it. */
    boolean parked() {
        return ((int) STATE.getAcquire(this) & OWNER) == PARKED;
    }

    /** Home only: it goes to the crew; publish it after this. */
    void handOver() {
        STATE.setRelease(this, OWNED);
    }

    /** Home only: an event came for a connection that is not parked. */
    void stir(boolean shut) {
        STATE.getAndBitwiseOr(this, shut ? STIRRED | SHUT : STIRRED);
    }

    /** Its owner only: gives it back unless it was stirred; then the task must run again, and the mark is one less. */
    boolean giveBack() {
        if (STATE.compareAndSet(this, OWNED, RETURNED)) {
            return true;
        }
        int marked = (int) STATE.getAcquire(this);
        int fewer = (marked & SHUT) != 0 ? OWNED | STIRRED : OWNED;
        STATE.compareAndSet(this, marked, fewer); // if it fails there is a further mark: all the more reason to run
        return false;
    }

    /** Its owner only: gives it back, marks or not, because the task will not be run again. @return whether marked */
    boolean giveBackAnyway() {
        return ((int) STATE.getAndBitwiseXor(this, OWNED ^ RETURNED) & STIRRED) != 0;
    }

    /** Home only: takes back a returned connection. @return how often the task must run for what happened meanwhile */
    int takeBack() {
        int was = (int) STATE.getAndSet(this, PARKED);
        return (was & STIRRED) == 0 ? 0 : 1 + extraRuns((was & SHUT) != 0);
    }

    static int extraRuns(boolean shut) {
        return shut ? 1 : 0;
    }
}
