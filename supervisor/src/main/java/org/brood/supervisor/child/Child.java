package org.brood.supervisor.child;

import org.brood.mpm.spi.Orders;
import org.brood.posix.ChildState;
import org.brood.posix.Descriptors;
import org.brood.posix.Processes;
import org.brood.posix.Signal;
import org.brood.posix.Sockets;

/**
 * The parent's handle on one child process. Belongs to the parent's thread. What it knows comes from the parent's own deeds
 * and from the control pipe, never from the scoreboard (hazard H26).
 */
public final class Child {
    private final int slot;
    private final int generation;
    private final int bucket;
    private final int pid;
    private final int pidfd;
    private final int control;
    private final long startedNanos;
    private Stage stage = Stage.STARTING;
    private long finishNanos;
    private long stopNanos;
    private Force force = Force.ORDER;

    /** The means by which a child was last told to stop. */
    public enum Force {
        ORDER,
        TERM,
        KILL
    }

    Child(int slot, int generation, int bucket, int pid, int control, long nowNanos) {
        this.slot = slot;
        this.generation = generation;
        this.bucket = bucket;
        this.pid = pid;
        this.pidfd = Processes.pidfd(pid);
        this.control = control;
        this.startedNanos = nowNanos;
    }

    public int slot() {
        return slot;
    }

    public int generation() {
        return generation;
    }

    public int bucket() {
        return bucket;
    }

    public int pid() {
        return pid;
    }

    /** Readable once the process has ended. */
    public int pidfd() {
        return pidfd;
    }

    /** Our end of the control pipe. */
    public int control() {
        return control;
    }

    public Stage stage() {
        return stage;
    }

    public Force force() {
        return force;
    }

    public long startedNanos() {
        return startedNanos;
    }

    /** When it began to finish; only in {@link Stage#FINISHING}. */
    public long finishNanos() {
        return finishNanos;
    }

    /** When it was told to stop; only in {@link Stage#STOPPING}. */
    public long stopNanos() {
        return stopNanos;
    }

    /** A byte from the child: {@link Orders#READY} or {@link Orders#QUIESCING}; anything else means nothing. */
    public void heard(byte word) {
        if (word == Orders.READY && stage == Stage.STARTING) {
            stage = Stage.SERVING;
        } else if (word == Orders.QUIESCING && stage.isActive()) {
            stage = Stage.FINISHING;
            finishNanos = System.nanoTime();
        }
    }

    /** Asks it to end what runs and take nothing new. One that has not served yet has nothing to end: it is stopped. */
    public void finish(long nowNanos) {
        if (stage == Stage.STARTING) {
            stop(nowNanos);
        } else if (stage == Stage.SERVING) {
            stage = Stage.FINISHING;
            finishNanos = nowNanos;
            order(Orders.FINISH);
        }
    }

    /** Tells it to stop now. One that has not served yet does not listen to orders, and nobody misses it: it is killed. */
    public void stop(long nowNanos) {
        if (stage != Stage.STOPPING) {
            boolean deaf = stage == Stage.STARTING;
            stage = Stage.STOPPING;
            stopNanos = nowNanos;
            if (deaf) {
                force(Force.KILL);
            } else {
                order(Orders.STOP);
            }
        }
    }

    /** Makes it stop that did not obey. */
    public void force(Force means) {
        force = means;
        Processes.kill(pid, means == Force.KILL ? Signal.KILL : Signal.TERM);
    }

    /** Takes it off the process table. @return {@link ChildState.Running} while it has not ended */
    public ChildState reap() {
        return Processes.poll(pid);
    }

    /** Gives the descriptors back, after the child has ended. */
    public void release() {
        Descriptors.close(pidfd);
        Descriptors.close(control);
    }

    /** One byte always fits, unless the child is gone or deaf, which its end or {@link #force} will settle. */
    private void order(byte order) {
        Sockets.send(control, new byte[] {order}, 0, 1, 0);
    }
}
