package org.brood.supervisor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.brood.posix.Processes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {
    @TempDir
    private Path folder;

    private PidFile file() {
        return new PidFile(folder.resolve("httpd.pid"));
    }

    @Test
    void itHoldsOneNumberAndANewline() throws Exception {
        file().write();
        assertThat(file().path()).hasContent(Processes.pid() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
                .isEqualTo("rw-r--r--");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file().path()));
        assertThat(file().remove()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFileMeansThatNothingRuns() throws Exception {
        assertThat(file().read()).isEqualTo(OptionalInt.empty());
        assertThat(file().isForeign()).isFalse();
    }

    @Test
    void ourOwnNumberIsStale() throws Exception {
        Files.writeString(file().path(), Processes.pid() + "\n");
        assertThat(file().read()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void anotherProcesssFileIsReadAndNotRemoved() throws Exception {
        Files.writeString(file().path(), "12345\n");
        assertThat(file().read()).isEqualTo(OptionalInt.of(12345));
        assertThat(file().isForeign()).isTrue();
        assertThat(file().remove()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", " 12", "-5", "99999999999999999999", "12 34"})
    void damageIsTold(String content) throws IOException {
        Files.writeString(file().path(), content);
        assertThatThrownBy(() -> file().read())
                .isInstanceOf(PidFile.Corrupt.class)
                .hasMessageStartingWith("AH00058: Error retrieving pid file " + file().path())
                .hasMessageContaining("AH00059");
    }
}
