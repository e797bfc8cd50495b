package org.brood.posix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        file = java.nio.file.Files.writeString(folder.resolve("file"), "0123456789");
    }

    @Test
    void statusAgreesWithTheJdk() throws IOException {
        FileStatus status = Files.status(file.toString());
        assertThat(status.size()).isEqualTo(10);
        assertThat(status.isRegular()).isTrue();
        assertThat(status.isDirectory()).isFalse();
        assertThat(status.modifiedNanos())
                .isEqualTo(java.nio.file.Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
        assertThat(status.inode()).isEqualTo(attribute("unix:ino"));
        assertThat(status.mode()).isEqualTo(attribute("unix:mode"));
        assertThat(status.uid()).isEqualTo(attribute("unix:uid"));
        assertThat(status.gid()).isEqualTo(attribute("unix:gid"));
        assertThat(Files.status(folder.toString()).isDirectory()).isTrue();
        assertThat(Files.status(folder.toString()).device()).isEqualTo(status.device());
    }

    private Object attribute(String name) throws IOException {
        return java.nio.file.Files.getAttribute(file, name);
    }

    @Test
    void aLinkIsFollowedOrNot() throws IOException {
        Path link = java.nio.file.Files.createSymbolicLink(folder.resolve("link"), file);
        assertThat(Files.status(link.toString())).isEqualTo(Files.status(file.toString()));
        assertThat(Files.linkStatus(link.toString()).isSymbolicLink()).isTrue();
        assertThat(Files.tryOpen(link.toString(), Files.O_RDONLY | Files.O_NOFOLLOW))
                .isEqualTo(-Errno.ELOOP);
        assertThat(Files.tryOpen(file.toString(), Files.O_RDONLY | Files.O_DIRECTORY))
                .isEqualTo(-Errno.ENOTDIR);
    }

    @Test
    void aMissingFileIsAValueOrAnExceptionAsAsked() {
        String missing = folder.resolve("missing").toString();
        assertThat(Files.tryOpen(missing, Files.O_RDONLY)).isEqualTo(-Errno.ENOENT);
        assertThat(Files.tryStatus(missing, new FileStatusBuffer())).isEqualTo(-Errno.ENOENT);
        assertThat(Files.tryStatus((file + "/x").getBytes(US_ASCII), new FileStatusBuffer()))
                .isEqualTo(-Errno.ENOTDIR);
        assertThatThrownBy(() -> Files.openToRead(missing)).hasMessage("open: (2)No such file or directory");
        assertThatThrownBy(() -> Files.status(missing)).hasMessage("statx: (2)No such file or directory");
    }

    @Test
    void aNameNeedNotBeText() {
        byte[] name = (folder + "/\u00ff").getBytes(ISO_8859_1);
        int fd = Files.tryOpen(name, Files.O_WRONLY | Files.O_CREAT);
        assertThat(fd).isPositive();
        Descriptors.close(fd);
        assertThat(Files.tryStatus(name, new FileStatusBuffer())).isZero();
    }

    @Test
    void aNulInANameNeverReachesTheKernel() {
        assertThatThrownBy(() -> Files.tryOpen(file + "\0.txt", Files.O_RDONLY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contentIsReadByPosition() {
        int fd = Files.openToRead(file.toString());
        byte[] buffer = new byte[6];
        assertThat(FileContent.read(fd, buffer, 1, 5, 7)).isEqualTo(3);
        assertThat(buffer).containsExactly(0, '7', '8', '9', 0, 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(4);
            assertThat(FileContent.read(fd, memory, 0)).isEqualTo(4);
            assertThat(FileContent.read(fd, memory, 10)).isZero();
        }
        assertThat(Files.status(fd).size()).isEqualTo(10);
        Descriptors.close(fd);
    }

    @Test
    void allOfAFileIsReadWhereverItsPositionIs() {
        int fd = Files.openToRead(file.toString());
        Descriptors.read(fd, new byte[4], 0, 4);
        assertThat(new String(FileContent.readAll(fd), US_ASCII)).isEqualTo("0123456789");
        Descriptors.close(fd);
        int empty = Files.openToRead("/dev/null");
        assertThat(FileContent.readAll(empty)).isEmpty();
        Descriptors.close(empty);
    }

    @Test
    void appendedLinesFollowEachOther() throws IOException {
        String log = folder.resolve("log").toString();
        int fd = Files.openToAppend(log, 0644);
        int second = Files.openToAppend(log, 0644);
        for (int to : new int[] {fd, second, fd}) {
            Descriptors.write(to, "line\n".getBytes(US_ASCII), 0, 5);
        }
        assertThat(java.nio.file.Files.readAllLines(Path.of(log))).hasSize(3).containsOnly("line");
        Descriptors.close(fd);
        Descriptors.close(second);
    }

    @Test
    void truncateWriteAndModeWork() throws IOException {
        int fd = Files.open(file.toString(), Files.O_RDWR, 0);
        FileContent.truncate(fd, 4);
        FileContent.write(fd, "xy".getBytes(US_ASCII), 0, 2, 1);
        FileContent.permissions(fd, 0600);
        assertThat(java.nio.file.Files.readString(file)).isEqualTo("0xy3");
        assertThat(Files.status(fd).permissions()).isEqualTo(0600);
        Descriptors.close(fd);
    }

    @Test
    void namesAreMadeMovedAndRemoved() {
        String directory = folder.resolve("d").toString();
        Files.makeDirectory(directory, 0750);
        assertThat(Files.status(directory).permissions() & 0700).isEqualTo(0700);
        Files.rename(file.toString(), directory + "/moved");
        assertThat(file).doesNotExist();
        Files.unlink(directory + "/moved");
        assertThat(Path.of(directory)).isEmptyDirectory();
        assertThatThrownBy(() -> Files.makeDirectory(directory, 0750)).hasMessage("mkdir: (17)File exists");
    }

    @Test
    void aFullDiskIsNamed() {
        int fd = Files.open("/dev/full", Files.O_WRONLY, 0);
        assertThatThrownBy(() -> Descriptors.write(fd, new byte[1], 0, 1))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.isShortage()).isTrue())
                .hasMessage("write: (28)No space left on device");
        Descriptors.close(fd);
    }
}
