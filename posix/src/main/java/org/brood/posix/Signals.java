package org.brood.posix;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * An inbox for signals. A handler only enqueues; who owns the inbox watches {@link #fd()} and takes them in order.
 *
 * <p>Measured on JDK 25: HUP, INT, TERM, USR1, USR2, WINCH, CHLD, PIPE, ALRM, CONT and TSTP can be caught, QUIT cannot
 * (the JVM prints its threads), and with {@code -Xrs} HUP, INT and TERM cannot either: never start a JVM of ours with it.
 * Catching HUP, INT or TERM takes the place of the JVM's own shutdown. Signals of one kind that come faster than they are
 * handled may be merged into one, as always on Unix.
 */
public final class Signals implements AutoCloseable {
    private final Queue<Signal> arrived = new ConcurrentLinkedQueue<>();
    private final EventFd wake = EventFd.open();

    private Signals() {}

    /** Catches these signals for the whole process, from now on and for good. */
    public static Signals catching(Signal... signals) {
        Signals inbox = new Signals();
        for (Signal signal : signals) {
            SignalHandlers.install(signal, inbox::arrive);
        }
        return inbox;
    }

    private void arrive(Signal signal) {
        arrived.add(signal);
        wake.signal();
    }

    /** Readable when a signal may have arrived: then {@link #next()} until it has no more. */
    public int fd() {
        return wake.fd();
    }

    /** The oldest signal that was not taken yet; null when there is none. */
    public @Nullable Signal next() {
        Signal signal = arrived.poll();
        if (signal != null) {
            return signal;
        }
        wake.drain();
        return arrived.poll(); // one that came between the look and the drain
    }

    /** Waits for a signal and takes it. @param timeoutMillis -1 is for ever; @return null after the timeout */
    public @Nullable Signal await(int timeoutMillis) {
        long end = System.nanoTime() + timeoutMillis * 1_000_000L;
        Signal signal = next();
        int left = timeoutMillis;
        // a wake-up can come after its signal was taken already, so one that brings nothing is waited past
        while (signal == null && Poll.readable(fd(), left)) {
            signal = next();
            left = timeoutMillis < 0 ? -1 : (int) Math.max(0, (end - System.nanoTime()) / 1_000_000);
        }
        return signal;
    }

    /** SIG_IGN for the whole process; a program that it starts ignores the signal too, unless told otherwise. */
    public static void ignore(Signal signal) {
        SignalCalls.disposition(signal, SignalCalls.SIG_IGN);
    }

    /** SIG_DFL for the whole process: what signal(7) says, most often death. */
    public static void restoreDefault(Signal signal) {
        SignalCalls.disposition(signal, SignalCalls.SIG_DFL);
    }

    /** Whether the kernel throws the signal away, as a program started by nohup(1) does with HUP. */
    public static boolean isIgnored(Signal signal) {
        return SignalCalls.handler(signal) == SignalCalls.SIG_IGN;
    }

    /** Gives the descriptor back. Only after other handlers were installed: a signal that comes later is a defect. */
    @Override
    public void close() {
        wake.close();
    }
}
