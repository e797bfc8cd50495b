package org.brood.conf.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.brood.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcreTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "^[[:alpha:]_]+$ ~ ab_c ~ true",
                "^[[:^digit:]]+$ ~ abc ~ true",
                "^[[:^digit:]]+$ ~ a1 ~ false",
                "^[]a]+$ ~ a]a ~ true",
                "^[^]a]+$ ~ ]x ~ false",
                "^[a[b]+$ ~ [ab ~ true",
                "^[a&&b]+$ ~ a&b ~ true",
                "^a{b$ ~ a{b ~ true",
                "^a{,2}$ ~ a{,2} ~ true",
                "^a{2}$ ~ aa ~ true",
                "^a{1,}b{0,1}$ ~ aab ~ true",
                "^a}$ ~ a} ~ true",
                "^a++b$ ~ aab ~ true",
                "^(?>a|ab)c$ ~ abc ~ false",
                "^(?i)ABC$ ~ abc ~ true",
                "^(?<n_m>a)\\k<n_m>$ ~ aa ~ true",
                "^(?P<n>a)(?P=n)$ ~ aa ~ true",
                "^(a)\\g{1}$ ~ aa ~ true",
                "^(?'q'a)b$ ~ ab ~ true",
                "a(?#comment)b ~ ab ~ true",
                "(?<!x)y ~ xy ~ false",
                "(?<=x)y ~ xy ~ true",
                "\\.(gif|jpe?g)$ ~ a.jpeg ~ true",
                "^\\Qa.b\\E$ ~ a.b ~ true",
                "^[\\w\\-]+$ ~ a-b ~ true",
                "\\<a\\> ~ <a> ~ true",
                "^\\/x\\\"$ ~ /x\" ~ true",
                "!~ab ~ x ~ false"
            })
    void matchesLikePcre(String pattern, String text, String expected) throws ConfigurationException {
        assertThat(Pcre.compile(pattern).matches(text)).isEqualTo(Boolean.parseBoolean(expected));
    }

    @Test
    void endIsTheVeryEndAndDotTakesNewlines() throws ConfigurationException {
        assertThat(Pcre.compile("a$").matches("a\n")).isFalse();
        assertThat(Pcre.compile("a.b").matches("a\nb")).isTrue();
        assertThat(Pcre.compile("(?m)a$").matches("a\nb")).isTrue();
        assertThat(Pcre.compile("[$]").matches("$")).isTrue();
    }

    @Test
    void namedGroupsKeepTheirNumbers() throws ConfigurationException {
        assertThat(Pcre.compile("(a)(?<site_name>b)(?:c)(?P<x>d)").groups())
                .containsExactly(new Pcre.Group("site_name", 2), new Pcre.Group("x", 3));
    }

    @Test
    void patternTooDeepForTheStackFailsInsteadOfNotMatching() throws ConfigurationException {
        Pcre pattern = Pcre.compile("^(?:a|b)*$");
        assertThat(pattern.matches("ab")).isTrue();
        assertThatThrownBy(() -> pattern.matches("ab".repeat(1_000_000)))
                .isInstanceOf(MatchFailure.class)
                .hasMessageContaining("for 2000000 characters");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatThrownBy(() -> Pcre.compile("(".repeat(500_000) + ")".repeat(500_000)))
                .hasMessage("Regex could not be compiled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a**b(", "(?<n>", "(?<n", "(?P=n", "\\k{n", "*a"})
    void brokenPatternIsRefused(String pattern) {
        assertThatThrownBy(() -> Pcre.compile(pattern)).hasMessage("Regex could not be compiled");
    }
}
