package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.brood.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedConfigurationTest {
    @TempDir
    Path root;

    @Test
    void childGetsTheSameConfigurationWithoutAnyFile() throws ConfigurationException, IOException {
        Fixture fixture = new Fixture(root)
                .file(
                        "a.conf",
                        "<VirtualHost *:80>\nServerName a\n<Directory /srv>\nNote \"x\ty\" ${V}\n</Directory>\n</VirtualHost>")
                .file("main.conf", "Define V value\nDefine W\nLoadModule late_module x\nLate l\nInclude a.conf\nRaw");
        ResolvedConfiguration resolved = fixture.reader().resolve(Path.of("main.conf"));
        Files.delete(root.resolve("a.conf"));
        Files.delete(root.resolve("main.conf"));

        ResolvedConfiguration again = ResolvedConfiguration.parse(resolved.text());

        assertThat(again.nodes()).isEqualTo(resolved.nodes());
        assertThat(again.defines()).isEqualTo(resolved.defines());
        assertThat(again.modules()).isEqualTo(resolved.modules());
        assertThat(again.text()).isEqualTo(resolved.text());
        ServerConfiguration server = fixture.reader().apply(again);
        assertThat(server.main().settings().get(Fixture.SERVER_NOTES)).containsExactly("l", "");
        VirtualHostConfiguration host = server.virtualHosts().getFirst();
        assertThat(host.source()).hasToString(root.resolve("a.conf") + ":1");
        assertThat(host.names().name()).isEqualTo("a");
        assertThat(host.sections()
                        .directory(host.sections().defaults(), "/srv/", (name, value) -> {})
                        .get(Fixture.NOTES))
                .containsExactly("x\ty", "value");
    }
}
