package org.brood.launcher.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.brood.launcher.commandline.CommandLine.Action;
import org.brood.launcher.commandline.CommandLine.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static CommandLine parse(String text) throws CommandLine.Mistake {
        return CommandLine.parse(List.of(text.split(" ")));
    }

    @Test
    void theHarnessStartsTheServerSo() throws Exception {
        CommandLine line = parse("-d /t -f /t/conf/httpd.conf -D APACHE2 -DAPACHE2_4 -D PERL_USEITHREADS");
        assertThat(line.action()).isEqualTo(Action.SERVE);
        assertThat(line.serverRoot()).isEqualTo(Optional.of("/t"));
        assertThat(line.file()).isEqualTo(Optional.of("/t/conf/httpd.conf"));
        assertThat(line.defines()).containsExactly("APACHE2", "APACHE2_4", "PERL_USEITHREADS");
        assertThat(line.isForeground()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-v, VERSION",
        "-V, BUILD_SETTINGS",
        "-l, COMPILED_IN",
        "-L, DIRECTIVES",
        "-t, TEST",
        "-S, TEST",
        "-M, TEST",
        "-t -D DUMP_INCLUDES, TEST",
        "-X, SERVE",
        "-Tt, TEST"
    })
    void anActionIsPicked(String text, Action action) throws Exception {
        assertThat(parse(text).action()).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({"start, START", "stop, STOP", "restart, RESTART", "graceful, GRACEFUL", "graceful-stop, GRACEFUL_STOP"})
    void kTakesAVerb(String word, Verb verb) throws Exception {
        assertThat(parse("-k " + word).verb()).isEqualTo(verb);
        assertThat(parse("-k" + word).verb()).isEqualTo(verb);
    }

    @Test
    void directivesKeepTheirOrder() throws Exception {
        CommandLine line = CommandLine.parse(List.of("-C", "Define A", "-c", "Listen 80", "-CDefine B"));
        assertThat(line.before()).containsExactly("Define A", "Define B");
        assertThat(line.after()).containsExactly("Listen 80");
    }

    @Test
    void lettersStandForNames() throws Exception {
        assertThat(parse("-S").defines()).containsExactly("DUMP_VHOSTS", "DUMP_RUN_CFG");
        assertThat(parse("-M").defines()).containsExactly("DUMP_MODULES");
        assertThat(parse("-X").isOneProcess()).isTrue();
        assertThat(parse("-DFOREGROUND").isForeground()).isTrue();
        assertThat(parse("-T").checkDocumentRoot()).isFalse();
    }

    @Test
    void anUnknownLongOptionIsNoMistake() throws Exception {
        assertThat(parse("--junk").action()).isEqualTo(Action.SERVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Z", "word", "-", "-k", "-k jump", "-D", "-h", "-?", "-e loud", "-vv stray"})
    void everythingElseIsAnsweredWithTheUsage(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(CommandLine.Mistake.class);
    }

    @Test
    void theUsageNamesEveryOption() {
        assertThat(Usage.text("brood"))
                .startsWith("Usage: brood [-D name]")
                .contains("-k start|restart|graceful|graceful-stop|stop", "brood run [--mpm event] [--port 8080]");
    }
}
