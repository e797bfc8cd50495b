package org.brood.posix;

/** What a process sees and leaves behind, once for its life: umask, root and working directory, prctl(2) switches. */
public final class Surroundings {
    private static final LibraryCall UMASK = LibraryCall.ofInt("umask");
    private static final LibraryCall CHROOT = LibraryCall.ofInt("chroot");
    private static final LibraryCall CHDIR = LibraryCall.ofInt("chdir");
    private static final LibraryCall PRCTL = LibraryCall.ofInt("prctl");

    private static final int PR_SET_PDEATHSIG = 1;
    private static final int PR_GET_DUMPABLE = 3;
    private static final int PR_SET_DUMPABLE = 4;

    private Surroundings() {}

    /** umask(2). @return the one before */
    public static int umask(int mask) {
        return (int) UMASK.check(UMASK.attempt(mask));
    }

    /**
     * chroot(2) and a change into the new root, without which the old one stays in reach. Root only. The JVM loses sight
     * of its own files: jars that are open go on working, class folders and the runtime's libraries not yet loaded do not.
     */
    public static void changeRoot(String path) {
        try (NativeMemory name = NativeMemory.of(path);
                NativeMemory root = NativeMemory.of("/")) {
            CHROOT.check(CHROOT.attempt(name.address()));
            CHDIR.check(CHDIR.attempt(root.address()));
        }
    }

    /** chdir(2). Native calls see it; the JDK's own file classes keep the directory that the JVM was started in. */
    public static void changeDirectory(String path) {
        try (NativeMemory name = NativeMemory.of(path)) {
            CHDIR.check(CHDIR.attempt(name.address()));
        }
    }

    /**
     * PR_SET_PDEATHSIG: the kernel sends the signal when the <em>thread</em> that started this process ends, so the parent
     * must spawn from a thread that lives as long as it does. Forgotten when the user changes: set it afterwards.
     */
    public static void signalWhenParentDies(Signal signal) {
        PRCTL.check(PRCTL.attempt(PR_SET_PDEATHSIG, signal.number(), 0, 0, 0));
    }

    /** PR_SET_DUMPABLE: whether it may leave a core file; the kernel takes that away when the user changes. */
    public static void dumpable(boolean dumpable) {
        PRCTL.check(PRCTL.attempt(PR_SET_DUMPABLE, dumpable ? 1 : 0, 0, 0, 0));
    }

    public static boolean isDumpable() {
        return PRCTL.check(PRCTL.attempt(PR_GET_DUMPABLE, 0, 0, 0, 0)) == 1;
    }
}
