package org.brood.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static Options parse(String... words) {
        return Options.parse(Path.of("/repository"), List.of(words));
    }

    @Test
    void withoutAWordEveryServerRunsTheOrdinaryWork() {
        Options options = parse();
        assertThat(options.wantsServer("nginx")).isTrue();
        assertThat(options.wantsWorkload("1k", true)).isTrue();
        assertThat(options.wantsWorkload("cgi", false)).isFalse();
        assertThat(options.output()).isEqualTo(Path.of("/repository/bench/target/compare"));
    }

    @Test
    void aTrailingStarStandsForAnything() {
        Options options = parse("--servers", "brood-*,nginx", "--workloads", "idle*");
        assertThat(options.wantsServer("brood-event")).isTrue();
        assertThat(options.wantsServer("httpd-event")).isFalse();
        assertThat(options.wantsWorkload("idle50k", false)).isTrue();
        assertThat(options.wantsWorkload("1k", true)).isFalse();
    }

    @Test
    void allMeansAlsoWhatIsNotOrdinary() {
        assertThat(parse("--all").wantsWorkload("cgi", false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds 0", "--rounds many", "--rounds", "--nonsense", "1k"})
    void whatMakesNoSenseIsRefused(String line) {
        assertThatThrownBy(() -> parse(line.split(" "))).isInstanceOf(IllegalArgumentException.class);
    }
}
