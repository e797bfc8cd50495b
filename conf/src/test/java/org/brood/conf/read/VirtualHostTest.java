package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.section.NamedCaptures;
import org.brood.conf.section.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualHostTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        "*, *:*",
        "*:80, *:80",
        "*:*, *:*",
        "_default_:443, _default_:443",
        "127.0.0.1, 127.0.0.1:*",
        "127.0.0.1:8080, 127.0.0.1:8080",
        "[::1]:80, [::1]:80",
        "[::1], [::1]:*",
        "[::1]:*, [::1]:*",
        "www.example.org:80, www.example.org:80",
        "127.0.0.1:80 10.0.0.1:81, 127.0.0.1:80 10.0.0.1:81"
    })
    void addressesAreKept(String argument, String expected) throws ConfigurationException {
        ServerConfiguration server = new Fixture(root).read("<VirtualHost " + argument + ">\n</VirtualHost>");
        List<String> addresses = server.virtualHosts().getFirst().addresses().stream()
                .map(Object::toString)
                .toList();
        assertThat(String.join(" ", addresses)).isEqualTo(expected);
    }

    @Test
    void lastServerNameWinsAndAliasesAreSorted() throws ConfigurationException {
        ServerConfiguration server = new Fixture(root)
                .read("ServerName main:8080\n<virtualHost *:80>\n"
                        + "ServerName https://a:443\nServerName b\nServerAlias x *.y z? w\n</Virtualhost>");
        ServerNames names = server.virtualHosts().getFirst().names();
        assertThat(names).isEqualTo(new ServerNames("b", 0, "https", List.of("x", "w"), List.of("*.y", "z?")));
        assertThat(server.main().names().port()).isEqualTo(8080);
    }

    @Test
    void hostInheritsFromTheMainServerEvenFromLinesBelowIt() throws ConfigurationException {
        ServerConfiguration server = new Fixture(root)
                .read("ServerNote 1\nNote a\n<VirtualHost *>\nServerNote 2\nNote b\n"
                        + "</VirtualHost>\nServerNote 3\nNote c");
        VirtualHostConfiguration host = server.virtualHosts().getFirst();
        assertThat(host.settings().get(Fixture.SERVER_NOTES)).containsExactly("1", "3", "2");
        assertThat(host.own().get(Fixture.SERVER_NOTES)).containsExactly("2");
        assertThat(host.sections().defaults().get(Fixture.NOTES)).containsExactly("a", "c", "b");
        assertThat(server.main().settings().get(Fixture.SERVER_NOTES)).containsExactly("1", "3");
    }

    @Test
    void sectionsOfTheMainServerComeBeforeThoseOfTheHost() throws ConfigurationException {
        ServerConfiguration server = new Fixture(root)
                .read("<VirtualHost *>\n<Directory /a>\nNote host\n</Directory>\n"
                        + "<Location />\nNote lhost\n</Location>\n</VirtualHost>\n"
                        + "<Directory /a>\nNote main\n</Directory>\n<Location />\nNote lmain\n</Location>");
        Sections sections = server.virtualHosts().getFirst().sections();
        assertThat(sections.directory(sections.defaults(), "/a/b/", NamedCaptures.IGNORED)
                        .get(Fixture.NOTES))
                .containsExactly("main", "host");
        assertThat(sections.location(sections.defaults(), "/x", NamedCaptures.IGNORED)
                        .get(Fixture.NOTES))
                .containsExactly("lmain", "lhost");
    }
}
