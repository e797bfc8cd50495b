package org.brood.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.launcher.commandline.CommandLine;
import org.brood.server.core.CoreKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a whole configuration with one mistake in it is answered: httpd's words, with the file and the line. */
class MistakesTest {
    @TempDir
    private Path root;

    private final List<String> warnings = new ArrayList<>();

    private ReadConfiguration read(String directives, String... options) throws Exception {
        Path file = root.resolve("httpd.conf");
        Files.createDirectories(root.resolve("htdocs"));
        Files.writeString(file, "Listen 127.0.0.1:8080\n" + directives.replace("\\n", "\n") + "\n");
        List<String> arguments = new ArrayList<>(List.of("-d", root.toString(), "-f", file.toString()));
        arguments.addAll(List.of(options));
        return new ConfigurationFile(CommandLine.parse(arguments), BuiltInModules.all(), root)
                .read((id, text) -> warnings.add(id + ": " + text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Listen | Listen requires 1 or 2 arguments.",
                "Listen 127.0.0.1:81 http x | Listen requires 1 or 2 arguments.",
                "Listen nonsense | Port must be specified",
                "Listen [::1 | Invalid address or port",
                "Listen 0 | Invalid address or port",
                "LogLevel loud | Log level keyword must be one of emerg/alert/crit/error/warn/notice/info/debug/trace1/.../trace8",
                "LogLevel nomod:debug | Cannot find module nomod",
                "KeepAliveTimeout abc | KeepAliveTimeout has wrong format",
                "KeepAliveTimeout 5 weeks | KeepAliveTimeout takes one argument, Keep-Alive timeout duration (sec)",
                "KeepAliveTimeout 5m | KeepAliveTimeout has wrong format",
                "KeepAlive maybe | KeepAlive must be On or Off",
                "KeepAlive | KeepAlive must be On or Off",
                "DocumentRoot /no/such | DocumentRoot '/no/such' is not a directory, or is not readable",
                "<Directory /x>\\nRequire nonsense\\n</Directory> | Unknown Authz provider: nonsense",
                "<Directory /x>\\nOptions Nonsense\\n</Directory> | Illegal option Nonsense",
                "<VirtualHost *:80>\\n<VirtualHost *:81>\\n</VirtualHost>\\n</VirtualHost> | <VirtualHost> cannot occur within <VirtualHost> section",
                "CoreDumpDirectory /no/such | CoreDumpDirectory /no/such does not exist",
                "CoreDumpDirectory /etc/passwd | CoreDumpDirectory /etc/passwd is not a directory",
                "ChrootDir /no/such | ChrootDir must be a valid directory",
                "DefaultRuntimeDir /no/such | DefaultRuntimeDir must be a valid directory, absolute or relative to ServerRoot",
                "Mutex file:/no/such default | Invalid Mutex directory in argument file:/no/such",
                "HostnameLookups maybe | parameter must be 'on', 'off', or 'double'",
                "EnableSendfile maybe | parameter must be 'on' or 'off'",
                "LimitRequestFieldSize -3 | LimitRequestFieldsize \"-3\" must be a non-negative integer",
                "StartServers | StartServers takes one argument, Number of child processes launched at server startup",
            })
    void aMistakeIsToldInHttpdsWords(String directives, String words) {
        assertThatThrownBy(() -> read(directives))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.report())
                                .containsPattern("Syntax error on line [234] of " + root.resolve("httpd.conf") + ":\\s")
                                .endsWith(words));
    }

    @ParameterizedTest
    @CsvSource({"5, 5000", "5s, 5000", "150ms, 150", "2mi, 120000", "2min, 120000", "1h, 3600000", "0, 0", "-1, -1000"})
    void aKeepAliveTimeoutMayHaveAUnit(String text, long millis) throws Exception {
        ReadConfiguration read = read("KeepAliveTimeout " + text);
        assertThat(read.server().main().settings().get(CoreKeys.KEEP_ALIVE_MILLIS))
                .isEqualTo(millis);
    }

    @Test
    void aVirtualHostsMissingDocumentRootIsOnlyWarnedOf() throws Exception {
        read("<VirtualHost *:80>\nDocumentRoot /no/such\n</VirtualHost>");
        assertThat(warnings).containsExactly("AH00112: Warning: DocumentRoot [/no/such] does not exist");
    }

    @Test
    void capitalTLooksForNoDocumentRoot() throws Exception {
        ReadConfiguration read = read("DocumentRoot /no/such", "-T");
        assertThat(read.server().main().settings().get(CoreKeys.DOCUMENT_ROOT)).isEqualTo("/no/such");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatTheParentFoundGoodIsNotLookedForAgainInAChild() throws Exception {
        ReadConfiguration read = read("DocumentRoot htdocs\nCoreDumpDirectory htdocs");
        Files.delete(root.resolve("htdocs"));
        BuiltIn builtIn = BuiltInModules.all();
        String text = read.resolved().text();
        assertThat(ConfigurationFile.apply(builtIn, text, "event")
                        .server()
                        .main()
                        .settings()
                        .get(CoreKeys.DOCUMENT_ROOT))
                .isEqualTo(root.resolve("htdocs").toString());
    }

    @ParameterizedTest
    @CsvSource({"'', debug", "LogLevel error, error", "LogLevel http:info, debug"})
    void theLevelOfTheStartHoldsUntilAnotherIsWritten(String directive, String level) throws Exception {
        ReadConfiguration read = read(directive, "-e", "debug");
        assertThat(read.server()
                        .main()
                        .sections()
                        .defaults()
                        .get(CoreKeys.LOG_LEVEL)
                        .of("core")
                        .word())
                .isEqualTo(level);
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Files.createDirectories(root.resolve("folder.conf"));
        assertThatThrownBy(() -> read("Include missing.conf"))
                .hasMessageContaining("Could not open configuration file " + root.resolve("missing.conf"))
                .hasMessageContaining("No such file or directory");
    }
}
