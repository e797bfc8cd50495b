package org.brood.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    Path directory;

    private Setup setup(Sizing sizing) throws Exception {
        Path home = Files.createDirectories(directory.resolve("home"));
        return new Setup(
                home,
                Site.write(Files.createDirectories(directory.resolve("site"))),
                8081,
                sizing,
                new CannedAnswer(200, Optional.empty(), false));
    }

    @Test
    void nginxAnswersSmallFilesWithoutSendfileAndLargeOnesWithIt() throws Exception {
        assertThat(Nginx.configuration(setup(Sizing.ORDINARY)))
                .contains("  sendfile off;")
                .contains("location /large/ { sendfile on; }")
                .contains("listen 127.0.0.1:8081")
                .contains("worker_processes 2;");
    }

    @Test
    void httpdMapsNoFilesAndSendsOnlyLargeOnes() throws Exception {
        Setup setup = setup(Sizing.ORDINARY);
        new Httpd(Mpm.EVENT).prepare(setup);
        String text = Files.readString(setup.directory().resolve("httpd.conf"));
        assertThat(text).contains("EnableMMAP Off", "EnableSendfile On", "ThreadsPerChild 64", "cgid_module");
        assertThat(text).doesNotContain("@");
    }

    @Test
    void broodGetsTheSameConfigurationAndIsRunFromItsLauncher() throws Exception {
        Setup setup = setup(Sizing.FRESH);
        List<String> command = new Brood(Mpm.VIRTUAL, Path.of("/opt/brood/brood")).prepare(setup);
        String file = setup.directory() + "/conf/httpd.conf";
        assertThat(command)
                .containsExactly("/opt/brood/brood", "-d", setup.directory().toString(), "-f", file, "-DFOREGROUND");
        assertThat(Files.readString(Path.of(file))).contains("LoadModule mpm_virtual_module", "MaxKeepAliveRequests 0");
    }

    @Test
    void preforkHasAProcessForEachConnectionAndWorkerAThread() {
        assertThat(Mpm.PREFORK.directives(Sizing.ORDINARY)).contains("StartServers 72");
        assertThat(Mpm.WORKER.directives(Sizing.CROWDED)).contains("StartServers 5", "MaxRequestWorkers 320");
        assertThat(Mpm.EVENT.directives(Sizing.CROWDED)).contains("StartServers 2", "MaxRequestWorkers 128");
    }

    @Test
    void moreConnectionsThanProcessesAreAllowedAreNotForPrefork() {
        assertThat(Mpm.PREFORK.unfit(Sizing.BUSY, 300, 4096)).isPresent();
        assertThat(Mpm.EVENT.unfit(Sizing.BUSY, 300, 4096)).isEmpty();
    }

    @Test
    void theCannedAnswerIsAWholeOne() throws Exception {
        Setup setup = setup(Sizing.ORDINARY);
        Path file = setup.directory().resolve("answer");
        new CannedAnswer(200, Optional.of(setup.site().document("/1k.html")), true).writeTo(file);
        assertThat(Files.readString(file))
                .startsWith("HTTP/1.1 200 ")
                .contains("Content-Length: 1024\r\n", "Connection: close\r\n")
                .endsWith(Files.readString(setup.site().document("/1k.html")));
    }

    @Test
    void aForgottenValueOfATemplateIsNoticed() {
        assertThatThrownBy(() -> new Template("port @PORT@ user @USER@").fill(Map.of("PORT", 1)))
                .hasMessageContaining("@USER@");
    }
}
