package org.brood.supervisor.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.conf.SourceLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenLineTest {
    private static final SourceLine LINE = new SourceLine("httpd.conf", 7);

    @ParameterizedTest
    @CsvSource({
        "80, , , 80, http",
        "443, , , 443, https",
        "443, HTTP, , 443, http",
        "8443, HTTPS, , 8443, https",
        "*:80, , , 80, http",
        "127.0.0.1:8080, , 127.0.0.1, 8080, http",
        "[::1]:8080, , ::1, 8080, http",
        "[::]:80, , ::, 80, http"
    })
    void addressPortAndProtocolAreRead(String text, String protocol, String address, int port, String word)
            throws ConfigurationException {
        ListenLine line = ListenLine.parse(text, Optional.ofNullable(protocol), LINE);
        assertThat(line).isEqualTo(new ListenLine(Optional.ofNullable(address), port, word, LINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[::1]",
                "[::1",
                "[::1:80",
                "nonsense",
                "127.0.0.1:",
                "127.0.0.1:http",
                "0",
                "65536",
                "-1",
                "nowhere.invalid:80",
                "1.2.3.4.5:80"
            })
    void anythingElseIsTheAdministratorsMistake(String text) {
        assertThatThrownBy(() -> ListenLine.parse(text, Optional.empty(), LINE))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.report()).startsWith("AH00526: Syntax error on line 7 of httpd.conf:\n"));
    }
}
