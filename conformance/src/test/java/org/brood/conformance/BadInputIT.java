package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.brood.conformance.server.Checkout;
import org.brood.conformance.server.Command;
import org.brood.conformance.server.FreePorts;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.Product;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that administrators make: one clear line, httpd's exit code, and nothing lost. */
class BadInputIT {

    static Stream<Arguments> mistakes() throws IOException {
        List<Arguments> mistakes = new ArrayList<>();
        String directive = "";
        for (String line : Files.readAllLines(Checkout.cases().resolve("bad-configurations"))) {
            if (line.startsWith("    ")) {
                mistakes.add(Arguments.of(directive, line.strip()));
            } else if (!line.startsWith("#")) {
                directive = line.replace("\\n", "\n");
            }
        }
        return mistakes.stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aWrongConfigurationIsRefusedInHttpdsWords(String directive, String words) {
        Site site = Models.setup(Mpm.EVENT).directives(directive).site();
        Command check = site.command("-t");
        assertThat(check.exitCode()).as(check.said()).isEqualTo(1);
        assertThat(check.errors()).contains(words.replace("@root@", site.root().toString()));
        if (!words.startsWith("bad ")) {
            assertThat(check.errors()).containsPattern("line \\d+ of " + site.configuration());
        }
        site.delete();
    }

    @Test
    void aWrongConfigurationStartsNothing() {
        Site site = Models.setup(Mpm.EVENT).directives("NoSuchDirective on").site();
        Command start = site.command();
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.errors()).contains("Invalid command 'NoSuchDirective'");
        assertThat(site.pid()).isEmpty();
        assertThat(FreePorts.isFree(site.address(), site.port())).isTrue();
        site.delete();
    }

    @Test
    void aPortInUseIsNamedOnTheConsole() throws IOException {
        Site site = Models.setup(Mpm.EVENT).site();
        try (ServerSocket other = new ServerSocket(site.port(), 1, InetAddress.getByName(site.address()))) {
            Command start = site.command();
            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.errors())
                    .contains("(98)Address already in use: AH00072: make_sock: could not bind to address "
                            + site.address() + ":" + other.getLocalPort());
            assertThat(site.pid()).isEmpty();
        }
        site.delete();
    }

    @Test
    void h36ASecondServerOnTheSamePortFailsAndHarmsNothing() throws IOException {
        try (RunningServer first =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).start()) {
            Site second = Models.setup(Mpm.EVENT).port(first.site().port()).site();
            Command start = second.command();
            assertThat(start.exitCode()).isEqualTo(1);
            assertThat(start.errors()).contains("AH00072");
            assertThat(first.get("/").status()).isEqualTo(200);
            second.delete();
        }
    }

    @Test
    void aMissingConfigurationFileIsNamed() throws IOException {
        Site site = Models.setup(Mpm.EVENT).site();
        Files.delete(site.configuration());
        Command start = site.command();
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.errors()).contains("httpd.conf").contains("No such file or directory");
        site.delete();
    }

    @Test
    void aWorkingConfigurationIsConfirmed() {
        Site site = Models.setup(Mpm.EVENT).site();
        Command check = site.command("-t");
        assertThat(check.exitCode()).isZero();
        assertThat(check.errors()).contains("Syntax OK");
        site.delete();
    }

    @Test
    void correctedValuesAreWarnedOfAndTheServerStarts() throws IOException {
        Site site = Models.setup(Mpm.EVENT)
                .directives(
                        "StartServers 1\nThreadsPerChild 100\nMaxRequestWorkers 30\nMinSpareThreads 1\nMaxSpareThreads 100")
                .site();
        Command check = site.command("-t");
        assertThat(check.exitCode()).isZero();
        assertThat(check.errors()).contains("AH00507: WARNING: ThreadsPerChild of 100 exceeds ThreadLimit of 64");
        try (RunningServer server = site.start()) {
            server.expect("AH005\\d\\d");
            assertThat(server.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void anUnknownOptionOrAStrayWordShowsTheUsage() {
        Site site = Models.setup(Mpm.EVENT).site();
        for (String argument : List.of("-Z", "stray", "-h")) {
            Command answer = site.command(argument);
            assertThat(answer.exitCode()).as(argument).isEqualTo(1);
            assertThat(answer.said()).containsIgnoringCase("usage:");
        }
        Command verb = site.command("-k", "jump");
        assertThat(verb.exitCode()).isEqualTo(1);
        site.delete();
    }

    @Test
    void aFullDiskUnderTheLogsStopsNoAnswer() throws IOException {
        Site site =
                Models.setup(Mpm.EVENT).directives(Models.size(Mpm.EVENT, 1, 2)).site();
        Path logs = site.root().resolve("logs");
        Command mount = Command.run(
                site.root(), List.of("mount", "-t", "tmpfs", "-o", "size=64k,mode=755", "tmpfs", logs.toString()));
        assumeTrue(mount.exitCode() == 0, "no small file system can be mounted: " + mount.errors());
        try (RunningServer server = site.start()) {
            fill(logs.resolve("ballast"));
            for (int i = 0; i < 50; i++) {
                assertThat(server.get("/").status()).isEqualTo(200);
            }
            Files.delete(logs.resolve("ballast"));
            assertThat(server.get("/").status()).isEqualTo(200);
            server.expect(".");
            server.signal("TERM");
            org.brood.conformance.server.Wait.until("the end", () -> !server.alive());
        } finally {
            Command.run(Path.of("/tmp"), List.of("umount", logs.toString()));
        }
    }

    /** The machine's own Java is hidden by an empty file system over it, which takes root. */
    @Test
    void aMissingJavaIsOneClearLine() throws IOException {
        assumeTrue(Product.chosen().name().equals("brood"), "apache needs no Java");
        Path home = Files.createTempDirectory("conformance");
        Path built = Product.chosen().program().getParent().getParent();
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Product.chosen().program(), home.resolve("bin/brood"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(home.resolve("lib"), built.resolve("lib"));
        String hide =
                "for d in /usr/lib/jvm /usr/java /opt; do [ ! -d $d ] || mount -t tmpfs none $d || exit 99; done; "
                        + "unset JAVA_HOME; HOME=/nonexistent PATH=/usr/bin:/bin exec \"$@\"";
        Command start = Command.run(
                home,
                List.of(
                        "unshare",
                        "-m",
                        "sh",
                        "-c",
                        hide,
                        "sh",
                        home.resolve("bin/brood").toString(),
                        "-t"));
        assumeTrue(
                start.exitCode() != 99 && !start.errors().contains("unshare"),
                "Java cannot be hidden: " + start.errors());
        assertThat(start.exitCode()).isEqualTo(1);
        assertThat(start.errors())
                .startsWith("brood: no Java 25 found: install")
                .hasLineCount(1);
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] block = new byte[1024];
            for (int i = 0; i < 1024; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
