package org.brood.mpm.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.text.CNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpmDirectivesTest {

    private static List<String> names(List<DirectiveSpec> specs) {
        return specs.stream().map(DirectiveSpec::name).toList();
    }

    @Test
    void eachMpmKnowsItsOwnDirectivesOnly() {
        assertThat(names(MpmDirectives.prefork()))
                .contains("MinSpareServers", "MaxSpareServers", "MaxClients", "MaxRequestsPerChild")
                .doesNotContain("ThreadsPerChild", "MinSpareThreads", "AsyncRequestWorkerFactor")
                .doesNotHaveDuplicates();
        assertThat(names(MpmDirectives.worker()))
                .contains("ThreadsPerChild", "ThreadLimit", "MinSpareThreads", "MaxSpareThreads")
                .doesNotContain("MinSpareServers", "AsyncRequestWorkerFactor", "ListenerThreads")
                .doesNotHaveDuplicates();
        assertThat(names(MpmDirectives.event()))
                .contains("ThreadsPerChild", "AsyncRequestWorkerFactor", "ListenerThreads", "ListenCoresBucketsRatio")
                .doesNotHaveDuplicates();
        assertThat(names(MpmDirectives.virtual()))
                .contains("AsyncRequestWorkerFactor")
                .doesNotContain("ListenerThreads");
    }

    @Test
    void oldNamesWorkAndSaySo() throws Exception {
        SettingsOfTest use = new SettingsOfTest(MpmDirectives.event());
        Said said = use.apply("MaxClients 50", "MaxRequestsPerChild 7").get(Said.KEY);
        assertThat(said.number(Knob.MAX_REQUEST_WORKERS, 0)).isEqualTo(50);
        assertThat(said.number(Knob.MAX_CONNECTIONS_PER_CHILD, 0)).isEqualTo(7);
        assertThat(use.warnings)
                .containsExactly(
                        "AH00521: MaxClients is deprecated, use MaxRequestWorkers instead.",
                        "AH00545: MaxRequestsPerChild is deprecated, use MaxConnectionsPerChild instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AsyncRequestWorkerFactor 0    | AsyncRequestWorkerFactor argument must be a positive number",
                "AsyncRequestWorkerFactor -1   | AsyncRequestWorkerFactor argument must be a positive number",
                "AsyncRequestWorkerFactor many | error parsing value",
                "ListenCoresBucketsRatio 0     | ListenCoresBucketsRatio must be > 0",
                "ThreadStackSize -1            | Invalid ThreadStackSize value: -1",
                "MaxMemFree -1                 | Invalid MaxMemFree value: -1",
                "ListenerThreads 0             | ListenerThreads must be auto or a number from 1 to 64",
                "ListenerThreads 65            | ListenerThreads must be auto or a number from 1 to 64",
            })
    void wrongValuesAreRefused(String line, String message) {
        assertThatThrownBy(() -> new SettingsOfTest(MpmDirectives.event()).apply(line))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'12', 12",
        "' 12', 12",
        "'-3', -3",
        "'+4', 4",
        "'12abc', 12",
        "'abc', 0",
        "'', 0",
        "'-', 0",
        "'0x10', 0",
        "'99999999999', 2147483647",
        "'-99999999999', -2147483648",
        "'1e3', 1",
        "'3.9', 3"
    })
    void numbersAreReadAsTheCLibraryDoes(String text, int value) {
        assertThat(CNumber.atoi(text)).isEqualTo(value);
    }
}
