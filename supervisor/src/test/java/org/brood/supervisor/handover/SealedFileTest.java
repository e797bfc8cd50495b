package org.brood.supervisor.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.brood.mpm.spi.MpmSettings;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Memory;
import org.junit.jupiter.api.Test;

class SealedFileTest {
    private static final MpmSettings SETTINGS =
            new MpmSettings(16, 64, 25, 400, 16, 3, 75, 250, 0, 2.5, 1, 2, 30, 65536);

    private static HandOver handOver(byte[] configuration) {
        return new HandOver(
                3,
                "event",
                SETTINGS,
                List.of(new HandOver.Heirloom(7, 1, "https", new byte[16], 443, 2)),
                List.of(new HandOver.Log(6, "/var/log/error_log"), new HandOver.Log(8, "|rotatelogs äöü")),
                5,
                4096,
                new Identity("www-data", 33, "www-data", 33, "/jail", "/cores"),
                configuration);
    }

    @Test
    void aChildReadsWhatTheParentWrote() {
        byte[] configuration = "Listen 80\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        int fd = SealedFile.write(handOver(configuration));
        HandOver read = SealedFile.read(fd);
        assertThat(read).usingRecursiveComparison().isEqualTo(handOver(configuration));
        assertThat(SealedFile.read(fd).generation()).as("reading moves nothing").isEqualTo(3);
        Descriptors.close(fd);
    }

    @Test
    void nobodyCanChangeItAnyMore() {
        int fd = SealedFile.write(handOver(new byte[0]));
        assertThat(Memory.seals(fd)).isEqualTo(Memory.SEAL_ALL);
        assertThatThrownBy(() -> Descriptors.write(fd, new byte[] {1}, 0, 1))
                .isInstanceOfSatisfying(
                        ErrnoException.class, e -> assertThat(e.name()).isEqualTo("EPERM"));
        Descriptors.close(fd);
    }

    @Test
    void anUnsealedFileIsRefused() {
        int fd = Memory.create("not-sealed");
        assertThatThrownBy(() -> SealedFile.checkSealed(fd)).hasMessage("the hand-over is not sealed");
        Descriptors.close(fd);
    }

    @Test
    void anotherReleasesFileIsRefused() {
        int fd = Memory.create("other");
        byte[] other = "BROODHND\0\0\0\7".getBytes(StandardCharsets.US_ASCII);
        Descriptors.write(fd, other, 0, other.length);
        Memory.seal(fd, Memory.SEAL_ALL);
        assertThatThrownBy(() -> SealedFile.read(fd)).hasMessageContaining("restart the server");
        Descriptors.close(fd);
    }
}
