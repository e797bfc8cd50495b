package org.brood.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.brood.supervisor.log.LogLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "EMERG, ''",
        "CRIT, 'broken\n'",
        "ERROR, 'broken\n'",
        "WARN, 'broken\nAH1: odd\n'",
        "DEBUG, 'broken\nAH1: odd\n'"
    })
    void noMoreIsSaidThanTheLevelAllows(LogLevel level, String said) {
        StartupConsole console = new StartupConsole(new PrintStream(bytes), level);
        console.error("broken");
        console.warn("AH1", "odd");
        console.warn("", "what is only for the log");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(said.replace("\\n", "\n"));
    }
}
