package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.brood.conformance.server.Command;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tools read from the command line: apachectl, configuration managers, httpd's own test suite. */
class CommandLineIT {

    @Test
    void theVersionNamesTheHttpdWeAreCompatibleWith() {
        Command version = site(Mpm.EVENT).command("-v");
        assertThat(version.exitCode()).isZero();
        assertThat(version.output())
                .containsPattern("(?m)^Server version: .*\\bApache/2\\.4\\.\\d+\\b")
                .containsPattern("(?m)^Server built:   \\S");
    }

    @ParameterizedTest
    @MethodSource("org.brood.conformance.Models#all")
    void theLongVersionNamesTheMpmOfTheConfiguration(Mpm mpm) {
        Command version = site(mpm).command("-V");
        assertThat(version.exitCode()).isZero();
        assertThat(version.output())
                .containsPattern("(?m)^Server's Module Magic Number: 2012\\d+:\\d+$")
                .containsPattern("(?m)^Server MPM:     " + mpm.word() + "$")
                .containsPattern("(?m)^  threaded:     " + (mpm.threaded() ? "yes" : "no"))
                .containsPattern("(?m)^    forked:     yes")
                .contains("Server compiled with....")
                .containsPattern("(?m)^ -D HTTPD_ROOT=\".*\"$")
                .containsPattern("(?m)^ -D SERVER_CONFIG_FILE=\".*\"$");
    }

    @Test
    void theCompiledInModulesAreListed() {
        Command list = site(Mpm.EVENT).command("-l");
        assertThat(list.exitCode()).isZero();
        assertThat(list.output())
                .startsWith("Compiled in modules:\n")
                .contains("\n  core.c\n", "\n  http_core.c\n", "\n  mod_so.c\n");
    }

    @Test
    void theLoadedModulesAreListed() {
        Command list = site(Mpm.EVENT).command("-M");
        assertThat(list.exitCode()).isZero();
        assertThat(list.output())
                .contains("Loaded Modules:\n", " core_module (static)\n", " mpm_event_module (", " dir_module (");
    }

    @Test
    void theVirtualHostsAreListedWithTheirPlaces() {
        Site site = Models.setup(Mpm.EVENT).directives("""
                        <VirtualHost @address@:@port@>
                          ServerName one.test
                          ServerAlias uno.test
                        </VirtualHost>
                        <VirtualHost @address@:@port@>
                          ServerName two.test
                        </VirtualHost>
                        """).site();
        Command list = site.command("-S");
        assertThat(list.exitCode()).isZero();
        assertThat(list.output())
                .startsWith("VirtualHost configuration:\n")
                .containsPattern("(?m)^" + site.address() + ":" + site.port() + " +is a NameVirtualHost$")
                .containsPattern("(?m)^         default server one.test \\(" + site.configuration() + ":\\d+\\)$")
                .containsPattern("(?m)^         port " + site.port() + " namevhost two.test \\(")
                .containsPattern("(?m)^                 alias uno.test$")
                .contains("ServerRoot: \"" + site.root() + "\"\n", "Main DocumentRoot: \"")
                .contains("PidFile: \"");
        site.delete();
    }

    @Test
    void theDirectivesAreListedWithTheirContexts() {
        Command list = site(Mpm.EVENT).command("-L");
        assertThat(list.exitCode()).isZero();
        assertThat(list.output())
                .containsPattern("(?m)^DirectoryIndex \\(mod_dir.c\\)$")
                .containsPattern("(?m)^StartServers \\(event.c\\)$|^StartServers \\(mpm_event.c\\)$")
                .contains("\tAllowed in *.conf");
    }

    @Test
    void definesAndExtraDirectivesCountLikeTheFile() {
        Site site = Models.setup(Mpm.EVENT)
                .directives("<IfDefine BREAK>\nNoSuchDirective on\n</IfDefine>")
                .site();
        assertThat(site.command("-t").exitCode()).isZero();
        assertThat(site.command("-D", "BREAK", "-t").exitCode()).isEqualTo(1);
        assertThat(site.command("-DBREAK", "-t").exitCode()).isEqualTo(1);
        assertThat(site.command("-c", "NoSuchDirective on", "-t").exitCode()).isEqualTo(1);
        assertThat(site.command("-C", "Define x y", "-t").exitCode()).isZero();
        site.delete();
    }

    private static Site site(Mpm mpm) {
        return Models.setup(mpm).site();
    }
}
