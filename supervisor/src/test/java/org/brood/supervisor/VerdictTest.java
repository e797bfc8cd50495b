package org.brood.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.posix.ChildState;
import org.brood.supervisor.child.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "15, STARTING, true, FATAL",
        "15, SERVING, true, FATAL",
        "15, SERVING, false, IGNORED",
        "15, FINISHING, false, IGNORED",
        "7, SERVING, true, SICK",
        "7, FINISHING, false, SICK",
        "2, STARTING, true, SICK",
        "3, STARTING, true, SICK",
        "1, STARTING, true, SICK",
        "3, SERVING, true, CRASHED",
        "16, SERVING, true, CRASHED",
        "16, FINISHING, true, CRASHED",
        "1, SERVING, true, CRASHED",
        "1, FINISHING, true, EXPECTED",
        "0, SERVING, true, ENDED",
        "0, STARTING, true, ENDED",
        "0, FINISHING, true, EXPECTED",
        "0, STOPPING, false, EXPECTED",
        "143, STOPPING, true, EXPECTED"
    })
    void anExitCodeIsASentence(int code, Stage stage, boolean current, Verdict verdict) {
        assertThat(Verdict.of(new ChildState.Exited(code), stage, current)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"9, SERVING, CRASHED", "11, SERVING, CRASHED", "15, FINISHING, CRASHED", "9, STOPPING, EXPECTED"})
    void aSignalIsACrashUnlessItWasOurs(int signal, Stage stage, Verdict verdict) {
        assertThat(Verdict.of(new ChildState.Killed(signal, false), stage, true))
                .isEqualTo(verdict);
    }

    @Test
    void aRunningChildHasNoVerdict() {
        assertThatThrownBy(() -> Verdict.of(new ChildState.Running(), Stage.SERVING, true))
                .isInstanceOf(IllegalStateException.class);
    }
}
