package org.brood.posix;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/** The look-ups of getpwnam(3) and getgrnam(3), by name or number, in the forms that do not share memory (_r). */
final class AccountCalls {
    private static final LibraryCall GETPWNAM = LibraryCall.ofInt("getpwnam_r");
    private static final LibraryCall GETPWUID = LibraryCall.ofInt("getpwuid_r");
    private static final LibraryCall GETGRNAM = LibraryCall.ofInt("getgrnam_r");
    private static final LibraryCall GETGRGID = LibraryCall.ofInt("getgrgid_r");

    private static final int ENTRY_BYTES = 64; // struct passwd has 48, struct group 32
    private static final int FOUND_OFFSET = 64;
    private static final int TEXT_OFFSET = 72;
    private static final int LARGEST_TEXT = 1 << 20;

    private AccountCalls() {}

    private interface Reader<T> {
        T read(MemorySegment entry);
    }

    static Users.@Nullable User user(String name) {
        try (NativeMemory text = NativeMemory.of(name)) {
            return lookUp(GETPWNAM, text.address(), AccountCalls::userOf);
        }
    }

    static Users.@Nullable User user(int uid) {
        return lookUp(GETPWUID, uid, AccountCalls::userOf);
    }

    static Users.@Nullable Group group(String name) {
        try (NativeMemory text = NativeMemory.of(name)) {
            return lookUp(GETGRNAM, text.address(), AccountCalls::groupOf);
        }
    }

    static Users.@Nullable Group group(int gid) {
        return lookUp(GETGRGID, gid, AccountCalls::groupOf);
    }

    /** These functions return the error's number; ERANGE asks for more room, and some say ENOENT for "no such". */
    private static <T> @Nullable T lookUp(LibraryCall call, long key, Reader<T> reader) {
        for (int room = 4096; ; room *= 4) {
            try (NativeMemory memory = NativeMemory.ofBytes(TEXT_OFFSET + room)) {
                long base = memory.address();
                int error = (int) call.attempt(key, base, base + TEXT_OFFSET, room, base + FOUND_OFFSET);
                if (error == Errno.ERANGE && room < LARGEST_TEXT) {
                    continue;
                }
                boolean found = error == 0 && memory.longAt(FOUND_OFFSET) != 0;
                if (!found && error != 0 && error != Errno.ENOENT && error != Errno.ESRCH) {
                    throw new ErrnoException(call.name(), error);
                }
                return found ? reader.read(memory.segment().asSlice(0, ENTRY_BYTES)) : null;
            }
        }
    }

    private static Users.User userOf(MemorySegment passwd) {
        return new Users.User(
                text(passwd, 0),
                passwd.get(ValueLayout.JAVA_INT, 16),
                passwd.get(ValueLayout.JAVA_INT, 20),
                text(passwd, 32));
    }

    private static Users.Group groupOf(MemorySegment group) {
        return new Users.Group(text(group, 0), group.get(ValueLayout.JAVA_INT, 16));
    }

    private static String text(MemorySegment entry, long pointerOffset) {
        MemorySegment text = MemorySegment.ofAddress(entry.get(ValueLayout.JAVA_LONG, pointerOffset));
        return text.reinterpret(LARGEST_TEXT).getString(0);
    }
}
