package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @Test
    void twoMappingsShowTheSameMemory() {
        int fd = Memory.create("test");
        FileContent.truncate(fd, 8192);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = Memory.map(fd, 8192, true, arena);
            MemorySegment two = Memory.map(fd, 8192, false, arena);
            one.set(ValueLayout.JAVA_LONG, 4096, 42);
            assertThat(two.get(ValueLayout.JAVA_LONG, 4096)).isEqualTo(42);
            assertThat(two.isReadOnly()).isTrue();
            assertThatThrownBy(() -> one.get(ValueLayout.JAVA_BYTE, 8192))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        Descriptors.close(fd);
    }

    @Test
    void aMappingOutlivesItsDescriptorAndEndsWithItsArena() throws Exception {
        int fd = Memory.create("brood-unmapped");
        FileContent.truncate(fd, 4096);
        Arena arena = Arena.ofConfined();
        MemorySegment mapped = Memory.map(fd, 4096, true, arena);
        Descriptors.close(fd);
        mapped.set(ValueLayout.JAVA_INT, 0, 1);
        assertThat(java.nio.file.Files.readString(Path.of("/proc/self/maps"))).contains("brood-unmapped");
        arena.close();
        assertThat(java.nio.file.Files.readString(Path.of("/proc/self/maps"))).doesNotContain("brood-unmapped");
    }

    @Test
    void aSealedHandOverCannotBeChanged() {
        int fd = Memory.create("test");
        Descriptors.write(fd, new byte[] {1, 2, 3}, 0, 3);
        Memory.seal(fd, Memory.SEAL_ALL);

        assertThat(Memory.seals(fd)).isEqualTo(Memory.SEAL_ALL);
        assertThatThrownBy(() -> FileContent.write(fd, new byte[1], 0, 1, 0)).hasMessageContaining("(1)Operation not");
        assertThatThrownBy(() -> FileContent.truncate(fd, 1)).isInstanceOf(ErrnoException.class);
        assertThatThrownBy(() -> Memory.seal(fd, 0)).isInstanceOf(ErrnoException.class);
        assertThat(FileContent.readAll(fd)).containsExactly(1, 2, 3);
        try (Arena arena = Arena.ofConfined()) {
            assertThat(Memory.map(fd, 3, false, arena).toArray(ValueLayout.JAVA_BYTE))
                    .containsExactly(1, 2, 3);
        }
        Descriptors.close(fd);
    }

    @Test
    void aFileCanBeSharedToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("board");
        int fd = Files.open(file.toString(), Files.O_RDWR | Files.O_CREAT, 0600);
        FileContent.truncate(fd, 4096);
        try (Arena arena = Arena.ofConfined()) {
            Memory.map(fd, 4096, true, arena).set(ValueLayout.JAVA_BYTE, 7, (byte) 'x');
            assertThat(java.nio.file.Files.readAllBytes(file)[7]).isEqualTo((byte) 'x');
        }
        Descriptors.close(fd);
    }
}
