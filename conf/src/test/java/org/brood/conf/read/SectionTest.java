package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Settings;
import org.brood.conf.section.NamedCaptures;
import org.brood.conf.section.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {
    private static final String DIRECTORIES = """
            Note none
            <DirectoryMatch "^/srv/(?<host_name>[^/]+)/">
              Note match
            </DirectoryMatch>
            <Directory ~ "/b/$">
              Note tilde
            </Directory>
            <Directory /srv/a/b>
              Note deep
            </Directory>
            <Directory "/srv/*/b">
              Note wild
            </Directory>
            <Directory /srv/a/>
              Note middle
            </Directory>
            <Directory />
              Note root
            </Directory>
            <Directory /srv/a>
              Note again
            </Directory>
            """;

    @TempDir
    Path root;

    private Sections sections(String text) throws ConfigurationException {
        return new Fixture(root).read(text).main().sections();
    }

    @ParameterizedTest
    @CsvSource({
        "/, none root",
        "/srv/, none root",
        "/srv/a/, none root middle again match",
        "/srv/a/b/, none root middle again deep wild match tilde",
        "/srv/a/b/c/, none root middle again deep wild match",
        "/srv/x/b/, none root wild match tilde",
        "/srv/ab/, none root match",
        "/other/, none root"
    })
    void directoriesLieOverEachOtherByDepthAndRegexesLast(String directory, String expected)
            throws ConfigurationException {
        Sections sections = sections(DIRECTORIES);
        Settings settings = sections.directory(sections.defaults(), directory, NamedCaptures.IGNORED);
        assertThat(String.join(" ", settings.get(Fixture.NOTES))).isEqualTo(expected);
    }

    @Test
    void namedGroupsBecomeVariables() throws ConfigurationException {
        Map<String, String> variables = new HashMap<>();
        Sections sections =
                sections(DIRECTORIES + "<LocationMatch \"^/(?<first>[a-z]+)/(?<second>x)?\">\n</LocationMatch>");
        sections.directory(sections.defaults(), "/srv/a/b/", variables::put);
        sections.location(sections.defaults(), "/abc/y", variables::put);
        assertThat(variables).containsOnly(Map.entry("MATCH_HOST_NAME", "a"), Map.entry("MATCH_FIRST", "abc"));
    }

    @ParameterizedTest
    @CsvSource({
        "/foo, foo",
        "/foo/bar, foo",
        "/foobar, ''",
        "/slash, ''",
        "/slash/, slash",
        "/slash/x, slash",
        "/wild/1, wild",
        "/wild/1/2, ''",
        "/re/x.html, re tilde",
        "/re/x.htm, tilde"
    })
    void locationsMatchAtSlashes(String uri, String expected) throws ConfigurationException {
        Sections sections = sections("""
                <Location /foo>
                  Note foo
                </Location>
                <Location /slash/>
                  Note slash
                </Location>
                <Location /wild/*>
                  Note wild
                </Location>
                <LocationMatch "^/re/.*\\.html$">
                  Note re
                </LocationMatch>
                <Location ~ "^/re/">
                  Note tilde
                </Location>
                """);
        Settings settings = sections.location(sections.defaults(), uri, NamedCaptures.IGNORED);
        assertThat(String.join(" ", settings.get(Fixture.NOTES))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/, a.html, server html inside",
        "/srv/, a.txt, server",
        "/srv/, .htpasswd, server ht",
        "/srv/, exact, server exact",
        "/other/, a.html, server html"
    })
    void filesOfOuterPlacesComeBeforeThoseOfDirectories(String directory, String name, String expected)
            throws ConfigurationException {
        Sections sections = sections("""
                <Directory /srv>
                  <Files *.html>
                    Note inside
                  </Files>
                </Directory>
                Note server
                <Files *.html>
                  Note html
                </Files>
                <FilesMatch "^\\.ht">
                  Note ht
                </FilesMatch>
                <Files exact>
                  Note exact
                </Files>
                """);
        Settings settings = sections.directory(sections.defaults(), directory, NamedCaptures.IGNORED);
        settings = Sections.files(settings, name, NamedCaptures.IGNORED);
        assertThat(String.join(" ", settings.get(Fixture.NOTES))).isEqualTo(expected);
    }

    @Test
    void containersOfModulesApplyWhatStandsInThem() throws ConfigurationException {
        Sections sections = sections(
                "<Location />\nNote a\n<Group>\nNote b\n<Group>\nNote c\n</Group>\n</Group>\nNote d\n</Location>");
        assertThat(sections.location(sections.defaults(), "/", NamedCaptures.IGNORED)
                        .get(Fixture.NOTES))
                .containsExactly("a", "(", "b", "(", "c", ")", ")", "d");
    }

    @Test
    void limitsTellTheirMethods() throws ConfigurationException {
        Sections sections = sections(
                "<Location />\n<Limit GET POST>\n<LimitExcept POST>\nAuthNote a\n</LimitExcept>\n</Limit>\nAuthNote b\n</Location>");
        assertThat(sections.location(sections.defaults(), "/", NamedCaptures.IGNORED)
                        .get(Fixture.NOTES))
                .containsExactly("aMethodLimit[except=false, methods=[GET]]", "bMethodLimit[except=true, methods=[]]");
    }
}
