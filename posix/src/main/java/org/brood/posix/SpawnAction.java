package org.brood.posix;

/** One step between posix_spawn and the new program. */
sealed interface SpawnAction {
    record Duplicate(int fd, int number) implements SpawnAction {}

    record Open(String path, int flags, int mode, int number) implements SpawnAction {}

    record CloseFrom(int number) implements SpawnAction {}

    record Directory(String path) implements SpawnAction {}
}
