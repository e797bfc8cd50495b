package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.brood.conf.ConfigurationException;
import org.brood.conf.expr.Condition;
import org.brood.conf.expr.ExpressionFailure;
import org.brood.conf.expr.ExpressionRules;
import org.brood.conf.expr.FakeRequest;
import org.brood.conf.expr.TextExpression;
import org.brood.conf.match.Pcre;
import org.brood.conf.match.Subnet;
import org.brood.conf.match.Wildcard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts with random damage, the same in every run: whatever stands in a file, the answer is a mistake or settings, never a crash. */
class DamagedTextTest {
    private static final String CONFIGURATION = """
            Define A b
            <IfModule core.c>
            Note "a \\"b" ${A} \\
              c
            </IfModule>
            <IfVersion >= 2.4>
            <VirtualHost *:80 [::1]:443>
            ServerName https://a:443
            ServerAlias *.a b
            <Directory ~ "^/srv/(?<x>[[:alpha:]]+)">
            AllowOverride FileInfo Options=Indexes Nonfatal=All
            AllowOverrideList Note
            <If "%{REQUEST_URI} =~ m#^/a(.)# && $1 -in {'b', 'c'}">
            Note 'x'
            </If>
            <Else>
            <Limit GET POST>
            AuthNote a
            </Limit>
            </Else>
            <Files "*.[ch]">
            SectionNote z
            </Files>
            </Directory>
            </VirtualHost>
            </IfVersion>
            <IfFile !nope>
            <Macro M $x>
            ServerNote $x
            </Macro>
            Use M 1
            </IfFile>
            """;

    private static final String ALPHABET = "<>/\\\"'{}$()[]!%=~-:;,.*?^|# \n\t\r\0aA1\u00e9";

    @TempDir
    Path root;

    private final Random random = new Random(20261124);

    private String damaged(String text, int most) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(most) + 1; i > 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.insert(at, c);
                case 1 -> damaged.setCharAt(at, c);
                case 2 -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(8)));
                default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 12)));
            }
        }
        return damaged.toString();
    }

    @Test
    void damagedConfigurationsAreReadOrRefused() throws ConfigurationException {
        Fixture fixture = new Fixture(root);
        assertThat(fixture.report(CONFIGURATION)).isEqualTo("OK");
        int refused = 0;
        for (int i = 0; i < 1500; i++) {
            refused += fixture.report(damaged(CONFIGURATION, 6)).equals("OK") ? 0 : 1;
        }
        assertThat(refused).isBetween(300, 1499);
    }

    @Test
    void damagedAccessFilesAreReadOrRefused() throws ConfigurationException {
        Fixture fixture = new Fixture(root).file("main.conf", "");
        ResolvedConfiguration resolved = fixture.reader().resolve(Path.of("main.conf"));
        HtaccessReader reader = new HtaccessReader(fixture.reader().apply(resolved), resolved, "2.4.66", Map.of());
        String inside = CONFIGURATION.lines().skip(10).limit(12).reduce("", (a, b) -> a + b + "\n");
        AllowOverride all = AllowOverride.UNSET.all();
        for (int i = 0; i < 1500; i++) {
            String text = damaged(inside, 5);
            try {
                assertThat(reader.read("f", "/d/", text, all, (id, warning) -> {}))
                        .isNotNull();
            } catch (ConfigurationException mistake) {
                assertThat(mistake.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void damagedExpressionsAreEvaluatedOrRefused() {
        List<String> texts = List.of(
                "!(%{REQUEST_URI} =~ m#^/a(.)#i && '$1' -in {'b', tolower('C')}) or -R '10.0.0.0/8' and 1 -lt 2",
                "'%{escape:%{req:A}}\\101\\n' . \"x\" != unbase64('Zm9v') || 'x' -ipmatch '::/0' && -n unescape('%41%')",
                "'a' -strcmatch '*[A-c]?' || file('/nope') == md5(sha1('x')) || ldap('*') eq base64('a')");
        for (int i = 0; i < 6000; i++) {
            String text = damaged(texts.get(i % texts.size()), 4);
            try {
                Condition.parse(text, ExpressionRules.STANDARD).holds(new FakeRequest());
                TextExpression.parse(text, ExpressionRules.STANDARD).value(new FakeRequest());
            } catch (ConfigurationException | ExpressionFailure mistake) {
                assertThat(mistake.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void damagedPatternsMatchOrNot() {
        for (int i = 0; i < 6000; i++) {
            String pattern = damaged("^(?<a_b>[[:alpha:]&&x]+)(?i:a{1,2}|\\Q.\\E)*+\\g{1}(?=x$)[^]a-]", 4);
            try {
                Pcre.compile(pattern).find("abc/x.html");
            } catch (ConfigurationException mistake) {
                assertThat(mistake.getMessage()).isEqualTo("Regex could not be compiled");
            }
            Wildcard.of(damaged("*[!a-z]?\\*[]x]*", 5)).matches("abc/x.html");
            Subnet.parse(damaged("2001:db8::1.2.3.4/32", 3)).ifPresent(subnet -> subnet.contains("10.0.0.1"));
            Subnet.parse(damaged("10.1.0.0/255.255.0.0", 3)).ifPresent(subnet -> subnet.contains("::1"));
        }
    }
}
