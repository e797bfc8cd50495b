package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * posix_spawn(3) and its two objects. These functions return an error's number instead of setting errno.
 *
 * <p>Descriptors are first duplicated above every number that the program is to have, so that no move overwrites the
 * source of a later one, and a move onto itself is none.
 */
final class SpawnCalls {
    private static final int OBJECT_BYTES = 512; // glibc: attributes 336, file actions 80
    private static final int SIGSET_BYTES = 128;
    private static final int F_DUPFD_CLOEXEC = 1030;

    private static final LibraryCall SPAWN = LibraryCall.ofInt("posix_spawn");
    private static final LibraryCall ATTR_INIT = LibraryCall.ofInt("posix_spawnattr_init");
    private static final LibraryCall ATTR_DESTROY = LibraryCall.ofInt("posix_spawnattr_destroy");
    private static final LibraryCall SET_FLAGS = LibraryCall.ofInt("posix_spawnattr_setflags");
    private static final LibraryCall SET_PGROUP = LibraryCall.ofInt("posix_spawnattr_setpgroup");
    private static final LibraryCall SET_SIGMASK = LibraryCall.ofInt("posix_spawnattr_setsigmask");
    private static final LibraryCall SET_SIGDEFAULT = LibraryCall.ofInt("posix_spawnattr_setsigdefault");
    private static final LibraryCall ACTIONS_INIT = LibraryCall.ofInt("posix_spawn_file_actions_init");
    private static final LibraryCall ACTIONS_DESTROY = LibraryCall.ofInt("posix_spawn_file_actions_destroy");
    private static final LibraryCall ADD_DUP2 = LibraryCall.ofInt("posix_spawn_file_actions_adddup2");
    private static final LibraryCall ADD_OPEN = LibraryCall.ofInt("posix_spawn_file_actions_addopen");
    private static final LibraryCall FCNTL = LibraryCall.ofInt("fcntl");

    private final Arena arena;
    private final List<Integer> duplicates = new ArrayList<>();

    private SpawnCalls(Arena arena) {
        this.arena = arena;
    }

    static int start(
            String program,
            List<String> arguments,
            List<String> environment,
            List<SpawnAction> actions,
            SpawnAttributes attributes) {
        try (Arena arena = Arena.ofConfined()) {
            return new SpawnCalls(arena).run(program, arguments, environment, actions, attributes);
        }
    }

    private int run(
            String program,
            List<String> arguments,
            List<String> environment,
            List<SpawnAction> actions,
            SpawnAttributes attributes) {
        long attributesObject = arena.allocate(OBJECT_BYTES, 16).address();
        long actionsObject = arena.allocate(OBJECT_BYTES, 16).address();
        MemorySegment pid = arena.allocate(4, 4);
        succeed(ATTR_INIT, ATTR_INIT.attempt(attributesObject));
        succeed(ACTIONS_INIT, ACTIONS_INIT.attempt(actionsObject));
        try {
            fillAttributes(attributesObject, attributes);
            fillActions(actionsObject, actions);
            succeed(
                    SPAWN,
                    SPAWN.attempt(
                            pid.address(),
                            arena.allocateFrom(program).address(),
                            actionsObject,
                            attributesObject,
                            strings(arguments),
                            strings(environment)));
            return pid.get(ValueLayout.JAVA_INT, 0);
        } finally {
            duplicates.forEach(Descriptors::close);
            ACTIONS_DESTROY.attempt(actionsObject);
            ATTR_DESTROY.attempt(attributesObject);
        }
    }

    private void fillAttributes(long object, SpawnAttributes attributes) {
        MemorySegment signals = arena.allocate(SIGSET_BYTES, 8);
        succeed(SET_SIGMASK, SET_SIGMASK.attempt(object, signals.address()));
        signals.set(ValueLayout.JAVA_LONG, 0, attributes.defaultSignalBits());
        succeed(SET_SIGDEFAULT, SET_SIGDEFAULT.attempt(object, signals.address()));
        succeed(SET_PGROUP, SET_PGROUP.attempt(object, Math.max(attributes.processGroup(), 0)));
        succeed(SET_FLAGS, SET_FLAGS.attempt(object, attributes.flags()));
    }

    private void fillActions(long object, List<SpawnAction> actions) {
        int highest = 2;
        for (SpawnAction action : actions) {
            highest = action instanceof SpawnAction.Duplicate move ? Math.max(highest, move.number()) : highest;
        }
        for (SpawnAction action : inOrder(actions)) {
            addAction(object, action, highest + 1);
        }
    }

    /** Closing comes last: it would close what is yet to be moved. */
    private static List<SpawnAction> inOrder(List<SpawnAction> actions) {
        List<SpawnAction> ordered = new ArrayList<>();
        List<SpawnAction> closing = new ArrayList<>();
        for (SpawnAction action : actions) {
            (action instanceof SpawnAction.CloseFrom ? closing : ordered).add(action);
        }
        ordered.addAll(closing);
        return ordered;
    }

    private void addAction(long object, SpawnAction action, int above) {
        switch (action) {
            case SpawnAction.Duplicate(int fd, int number) -> {
                int duplicate = (int) FCNTL.check(FCNTL.attempt(fd, F_DUPFD_CLOEXEC, above));
                duplicates.add(duplicate);
                succeed(ADD_DUP2, ADD_DUP2.attempt(object, duplicate, number));
            }
            case SpawnAction.Open(String path, int flags, int mode, int number) -> {
                long name = arena.allocateFrom(path).address();
                succeed(ADD_OPEN, ADD_OPEN.attempt(object, number, name, flags, mode));
            }
            case SpawnAction.CloseFrom(int number) ->
                addByName("posix_spawn_file_actions_addclosefrom_np", object, number);
            case SpawnAction.Directory(String path) ->
                addByName(
                        "posix_spawn_file_actions_addchdir_np",
                        object,
                        arena.allocateFrom(path).address());
        }
    }

    /** Functions that an older glibc does not have: bound when they are needed. */
    private static void addByName(String function, long object, long argument) {
        LibraryCall call = LibraryCall.ofInt(function);
        succeed(call, call.attempt(object, argument));
    }

    /** A {@code char *[]} with its closing null. */
    private long strings(List<String> texts) {
        MemorySegment pointers = arena.allocate(8L * (texts.size() + 1), 8);
        for (int i = 0; i < texts.size(); i++) {
            pointers.set(
                    ValueLayout.JAVA_LONG,
                    8L * i,
                    arena.allocateFrom(texts.get(i)).address());
        }
        return pointers.address();
    }

    private static void succeed(LibraryCall call, long error) {
        if (error != 0) {
            throw new ErrnoException(call.name(), (int) error);
        }
    }
}
