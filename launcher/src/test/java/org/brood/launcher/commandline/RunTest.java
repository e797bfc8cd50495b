package org.brood.launcher.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {

    @Test
    void nothingSaidIsTheDefaultSite() throws Exception {
        assertThat(Run.parse(List.of())).isEqualTo(new Run(Optional.empty(), 8080, Optional.empty(), List.of()));
    }

    @Test
    void theThreeOptionsAreReadInBothForms() throws Exception {
        Run expected = new Run(Optional.of("prefork"), 8099, Optional.of("/srv"), List.of("-e", "debug"));
        assertThat(Run.parse(List.of("--mpm", "prefork", "--port", "8099", "--root", "/srv", "-e", "debug")))
                .isEqualTo(expected);
        assertThat(Run.parse(List.of("--mpm=prefork", "--port=8099", "-e", "debug", "--root=/srv")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=0", "--port=65536", "--port=http", "--mpm=fork", "--root", "--port", "--help"})
    void aWrongValueIsTold(String word) {
        assertThatThrownBy(() -> Run.parse(List.of(word)))
                .isInstanceOf(CommandLine.Mistake.class)
                .hasMessageMatching(".*(65535|MPM|argument|illegal option).*");
    }
}
