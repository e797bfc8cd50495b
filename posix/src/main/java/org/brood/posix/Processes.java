package org.brood.posix;

import java.lang.foreign.ValueLayout;

/** Processes by number: who we are, ending and waiting for others. New ones are made by {@link Spawn}. */
public final class Processes {
    private static final LibraryCall GETPID = LibraryCall.ofInt("getpid");
    private static final LibraryCall GETPPID = LibraryCall.ofInt("getppid");
    private static final LibraryCall GETPGID = LibraryCall.ofInt("getpgid");
    private static final LibraryCall SETSID = LibraryCall.ofInt("setsid");
    private static final LibraryCall KILL = LibraryCall.ofInt("kill");
    private static final LibraryCall WAITPID = LibraryCall.ofInt("waitpid");
    private static final LibraryCall SYSCALL = LibraryCall.ofLong("syscall");

    private static final int WNOHANG = 1;
    private static final int SYS_PIDFD_OPEN = 434; // the same on all machines; glibc has its wrapper only since 2.36

    private Processes() {}

    public static int pid() {
        return (int) GETPID.check(GETPID.attempt());
    }

    /** The parent; 1, or the nearest subreaper, once that has died. */
    public static int parentPid() {
        return (int) GETPPID.check(GETPPID.attempt());
    }

    /** @param pid 0 for ourselves */
    public static int processGroup(int pid) {
        return (int) GETPGID.check(GETPGID.attempt(pid));
    }

    /** setsid(2): leaves terminal and process group. @throws ErrnoException EPERM when it leads a group already */
    public static int newSession() {
        return (int) SETSID.check(SETSID.attempt());
    }

    /**
     * kill(2).
     *
     * @param pid a process, or the negated number of a process group; never 0 or -1, which would mean everybody
     * @return false when there is no such process any more
     */
    public static boolean kill(int pid, Signal signal) {
        return signal(pid, signal.number());
    }

    /** Whether the process exists, be it ours or not, ended but not waited for included. */
    public static boolean exists(int pid) {
        return signal(pid, 0);
    }

    private static boolean signal(int pid, int number) {
        if (pid == 0 || pid == -1) {
            throw new IllegalArgumentException("kill(" + pid + ") would reach everybody");
        }
        long result = KILL.attempt(pid, number);
        if (result == -Errno.ESRCH || number == 0 && result == -Errno.EPERM) {
            return result != -Errno.ESRCH;
        }
        KILL.check(result);
        return true;
    }

    /** Looks whether a child has ended, and takes it off the process table if so: {@code waitpid(pid, WNOHANG)}. */
    public static ChildState poll(int pid) {
        return wait(pid, WNOHANG);
    }

    /** Waits until a child has ended. @throws ErrnoException ECHILD when it is not ours or was waited for before */
    public static ChildState await(int pid) {
        return wait(pid, 0);
    }

    private static ChildState wait(int pid, int options) {
        if (pid <= 0) {
            throw new IllegalArgumentException("one child is waited for, not any: " + pid);
        }
        CallState state = CallState.take();
        try {
            long result = WAITPID.check(WAITPID.attempt(pid, state.scratchAddress(), options));
            return result == 0
                    ? new ChildState.Running()
                    : ChildState.of(state.scratch().get(ValueLayout.JAVA_INT, 0));
        } finally {
            state.giveBack();
        }
    }

    /** pidfd_open(2): a descriptor that is readable once the process has ended. @throws ErrnoException ESRCH */
    public static int pidfd(int pid) {
        return (int) Syscall.check("pidfd_open", SYSCALL.attempt(SYS_PIDFD_OPEN, pid, 0));
    }
}
