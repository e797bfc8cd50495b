package org.brood.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildTest {
    private final Build build = Build.of("2.4.66");

    /** What Apache::Test does with {@code -v}: the first word beginning with {@code Apache/}. */
    @Test
    void theVersionIsAWordOfHttpds() {
        assertThat(build.versionText())
                .matches(
                        "Server version: Apache/2\\.4\\.66 \\(Unix\\) Brood/\\S+\nServer built:   \\w{3} \\d\\d \\d{4} [\\d:]{8}\n");
    }

    @Test
    void theSettingsHaveHttpdsLinesInItsOrder() {
        List<String> lines = build.settingsText("prefork", false, Path.of("/opt/brood"))
                .lines()
                .toList();
        assertThat(lines.get(0)).startsWith("Server version: ");
        assertThat(lines.get(1)).startsWith("Server built:   ");
        assertThat(lines.get(2)).startsWith("Server's Module Magic Number: ");
        assertThat(lines)
                .containsSubsequence(
                        "Architecture:   64-bit",
                        "Server MPM:     prefork",
                        "  threaded:     no",
                        "    forked:     yes (variable process count)",
                        "Server compiled with....",
                        " -D DYNAMIC_MODULE_LIMIT=256",
                        " -D HTTPD_ROOT=\"/opt/brood\"",
                        " -D SERVER_CONFIG_FILE=\"conf/httpd.conf\"");
    }

    @Test
    void eventIsThreaded() {
        assertThat(build.settingsText("event", true, Path.of("/")))
                .contains("  threaded:     yes (fixed thread count)\n");
    }
}
