package org.brood.modules.generators.cgi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Poll;
import org.brood.posix.PollSet;
import org.brood.posix.Processes;
import org.brood.posix.Signal;
import org.brood.posix.Spawn;
import org.brood.posix.Syscall;

/**
 * A running script: a process group of its own and three pipes. All pipes are read and written without blocking and waited
 * for together, so neither a script that ignores its input nor one that floods its output can bring both sides to a halt.
 *
 * <p>Belongs to the thread of its exchange. {@link #close} always ends it.
 */
final class Script implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 1000;

    private final int pid;
    private final int output;
    private final int errors;
    private int input;
    private boolean outputEnded;
    private boolean errorsEnded;

    private Script(int pid, int input, int output, int errors) {
        this.pid = pid;
        this.input = input;
        this.output = output;
        this.errors = errors;
    }

    /** What can be done without waiting. */
    record Ready(boolean input, boolean output, boolean errors) {
        boolean nothing() {
            return !input && !output && !errors;
        }
    }

    /** @throws IOException if it cannot be started; the message says why */
    static Script start(String file, List<String> arguments, String directory, Map<String, String> environment)
            throws IOException {
        Descriptors.Pair in = Descriptors.pipe();
        Descriptors.Pair out = Descriptors.pipe();
        Descriptors.Pair err = Descriptors.pipe();
        try {
            int pid = new Spawn(file, arguments)
                    .environment(environment)
                    .directory(directory)
                    .descriptor(in.reading(), 0)
                    .descriptor(out.writing(), 1)
                    .descriptor(err.writing(), 2)
                    .closeFrom(3)
                    .processGroup(0)
                    .defaultSignals(Signal.PIPE)
                    .start();
            Descriptors.nonBlocking(in.writing(), true);
            Descriptors.nonBlocking(out.reading(), true);
            Descriptors.nonBlocking(err.reading(), true);
            return new Script(pid, in.writing(), out.reading(), err.reading());
        } catch (ErrnoException e) {
            Descriptors.close(in.writing());
            Descriptors.close(out.reading());
            Descriptors.close(err.reading());
            throw new IOException(e.rendered(), e);
        } finally {
            Descriptors.close(in.reading());
            Descriptors.close(out.writing());
            Descriptors.close(err.writing());
        }
    }

    /** Waits for any of the pipes. @param wantsInput whether there is something to write */
    Ready await(boolean wantsInput, long timeoutMillis) {
        PollSet set = new PollSet(3);
        int inputAt = wantsInput && input >= 0 ? set.add(input, Poll.OUT) : -1;
        int outputAt = outputEnded ? -1 : set.add(output, Poll.IN);
        int errorsAt = errorsEnded ? -1 : set.add(errors, Poll.IN);
        set.wait((int) Math.min(Integer.MAX_VALUE, timeoutMillis));
        return new Ready(happened(set, inputAt), happened(set, outputAt), happened(set, errorsAt));
    }

    /** Whether there is output, or its end, without waiting. */
    boolean hasSpoken() {
        return Poll.readable(output, 0);
    }

    private static boolean happened(PollSet set, int index) {
        return index >= 0 && set.events(index) != 0;
    }

    /** @return bytes written; 0 when there was no room; -1 when the script does not read any more */
    int write(byte[] data, int offset, int length) {
        int count = Descriptors.write(input, data, offset, length);
        if (count == Syscall.WOULD_BLOCK) {
            return 0;
        }
        return count == Syscall.PEER_GONE ? -1 : count;
    }

    void closeInput() {
        if (input >= 0) {
            Descriptors.close(input);
            input = -1;
        }
    }

    /** @return bytes read; 0 when there are none yet; -1 at the end */
    int readOutput(byte[] buffer) {
        int count = read(output, buffer);
        outputEnded |= count < 0;
        return count;
    }

    /** As {@link #readOutput}, of standard error. */
    int readErrors(byte[] buffer) {
        int count = read(errors, buffer);
        errorsEnded |= count < 0;
        return count;
    }

    private static int read(int fd, byte[] buffer) {
        int count = Descriptors.read(fd, buffer, 0, buffer.length);
        if (count == Syscall.WOULD_BLOCK) {
            return 0;
        }
        return count == 0 ? -1 : count;
    }

    boolean outputEnded() {
        return outputEnded;
    }

    /** Ends the whole group now. */
    void kill() {
        Processes.kill(-pid, Signal.KILL);
    }

    /**
     * Closes the pipes and waits for the end. A script that goes on when it has said all is asked to end, and then made to;
     * what it started in the background is left alone.
     */
    @Override
    public void close() {
        closeInput();
        Descriptors.close(output);
        Descriptors.close(errors);
        int pidfd = Processes.pidfd(pid);
        try {
            if (!Poll.readable(pidfd, PATIENCE_MILLIS)) {
                Processes.kill(pid, Signal.TERM);
                if (!Poll.readable(pidfd, PATIENCE_MILLIS)) {
                    Processes.kill(pid, Signal.KILL);
                }
            }
            Processes.await(pid);
        } finally {
            Descriptors.close(pidfd);
        }
    }
}
