package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Settings;
import org.brood.conf.section.DirectoryWalk;
import org.brood.conf.section.NamedCaptures;
import org.brood.conf.section.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryWalkTest {
    @TempDir
    Path root;

    @Test
    void accessFileComesBetweenItsDirectoryAndTheNext() throws ConfigurationException {
        Sections sections = new Fixture(root).read("""
                <Directory />
                  Note root
                </Directory>
                <DirectoryMatch "^/srv">
                  Note match
                </DirectoryMatch>
                <Directory /srv>
                  Note srv
                </Directory>
                <Directory /srv/www>
                  Note www
                </Directory>
                """).main().sections();
        DirectoryWalk walk = sections.walk(sections.defaults());
        walk.enter("/");
        walk.enter("/srv/");
        assertThat(walk.settings().get(Fixture.NOTES)).containsExactly("root", "srv");
        walk.overlay(Settings.EMPTY.with(Fixture.NOTES, List.of("htaccess")));
        walk.enter("/srv/www/");
        assertThat(walk.finish("/srv/www/a", NamedCaptures.IGNORED).get(Fixture.NOTES))
                .containsExactly("root", "srv", "htaccess", "www", "match");
    }

    @Test
    void nothingSaidMeansTheVerySameSettings() throws ConfigurationException {
        Sections sections = new Fixture(root)
                .read("Note a\n<Directory /srv>\n</Directory>")
                .main()
                .sections();
        assertThat(sections.directory(sections.defaults(), "/srv/", NamedCaptures.IGNORED))
                .isSameAs(sections.defaults());
        assertThat(sections.location(sections.defaults(), "/", NamedCaptures.IGNORED))
                .isSameAs(sections.defaults());
        assertThat(Sections.files(sections.defaults(), "a", NamedCaptures.IGNORED))
                .isSameAs(sections.defaults());
    }
}
