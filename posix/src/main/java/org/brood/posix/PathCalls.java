package org.brood.posix;

/** The calls that change names in the file system: apart from {@link Files}, because a serving child makes none. */
final class PathCalls {
    private static final LibraryCall UNLINK = LibraryCall.ofInt("unlink");
    private static final LibraryCall RENAME = LibraryCall.ofInt("rename");
    private static final LibraryCall MKDIR = LibraryCall.ofInt("mkdir");
    private static final LibraryCall CHOWN = LibraryCall.ofInt("chown");

    private PathCalls() {}

    static void unlink(String path) {
        try (NativeMemory name = NativeMemory.of(path)) {
            UNLINK.check(UNLINK.attempt(name.address()));
        }
    }

    static void rename(String source, String target) {
        try (NativeMemory from = NativeMemory.of(source);
                NativeMemory to = NativeMemory.of(target)) {
            RENAME.check(RENAME.attempt(from.address(), to.address()));
        }
    }

    static void makeDirectory(String path, int mode) {
        try (NativeMemory name = NativeMemory.of(path)) {
            MKDIR.check(MKDIR.attempt(name.address(), mode));
        }
    }

    static void owner(String path, int uid, int gid) {
        try (NativeMemory name = NativeMemory.of(path)) {
            CHOWN.check(CHOWN.attempt(name.address(), uid, gid));
        }
    }
}
