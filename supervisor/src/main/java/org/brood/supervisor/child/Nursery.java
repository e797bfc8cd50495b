package org.brood.supervisor.child;

import java.util.ArrayList;
import java.util.List;
import org.brood.posix.Descriptors;
import org.brood.posix.Files;
import org.brood.posix.Signal;
import org.brood.posix.Sockets;
import org.brood.posix.Spawn;

/**
 * Starts children: spawn is not fork, so a child gets a command line, a few numbered descriptors and nothing else.
 *
 * <pre>
 *   0       /dev/null
 *   1, 2    the error log
 *   3       the sealed hand-over
 *   4       the control pipe
 *   5 ...   what the hand-over lists: board, logs, and the listeners of the child's bucket
 * </pre>
 *
 * <p>Each child leads a process group of its own, so that a terminal's ^C or a window's resize reaches the parent alone,
 * which then tells the children (hazard H33).
 */
public final class Nursery {
    public static final int HAND_OVER = 3;
    public static final int CONTROL = 4;
    public static final int FIRST_LISTED = 5;

    private final List<String> command;

    /** @param command the program's path and its arguments, to which slot and bucket are added */
    public Nursery(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * Descriptors of ours and the numbers that a child has them under.
     *
     * @param bucket the bucket that needs it; -1 = every child
     */
    public record Bequest(int ours, int number, int bucket) {}

    /** What the children of one generation have in common. */
    public record Estate(int generation, int handOver, int errorLog, List<Bequest> bequests) {
        public Estate {
            bequests = List.copyOf(bequests);
        }
    }

    /** @throws org.brood.posix.ErrnoException EAGAIN, ENOMEM, EMFILE: try again later */
    public Child start(Estate estate, int slot, int bucket, long nowNanos) {
        Descriptors.Pair control = Sockets.pair();
        try {
            int pid = spawn(estate, slot, bucket, control.writing());
            return new Child(slot, estate.generation(), bucket, pid, control.reading(), nowNanos);
        } catch (RuntimeException e) {
            Descriptors.close(control.reading());
            throw e;
        } finally {
            Descriptors.close(control.writing());
        }
    }

    private int spawn(Estate estate, int slot, int bucket, int control) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(Integer.toString(slot), Integer.toString(bucket)));
        Spawn spawn = new Spawn(command.getFirst(), arguments)
                .open("/dev/null", Files.O_RDWR, 0, 0)
                .descriptor(estate.errorLog(), 1)
                .descriptor(estate.errorLog(), 2)
                .descriptor(estate.handOver(), HAND_OVER)
                .descriptor(control, CONTROL)
                .defaultSignals(Signal.HUP, Signal.INT, Signal.TERM, Signal.USR1, Signal.WINCH)
                .processGroup(0);
        int next = FIRST_LISTED;
        for (Bequest bequest : estate.bequests()) {
            if (bequest.bucket() < 0 || bequest.bucket() == bucket) {
                spawn.descriptor(bequest.ours(), bequest.number());
                next = Math.max(next, bequest.number() + 1);
            }
        }
        return spawn.closeFrom(next).start();
    }
}
