package org.brood.conf.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

    @ParameterizedTest
    @CsvSource({
        "*, abc, true",
        "*, '', true",
        "a*c, abc, true",
        "a*c, abcd, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "*.conf, x.conf, true",
        "*.conf, .conf, true",
        "a*b*c, axbxbc, true",
        "[ab]c, bc, true",
        "[!ab]c, bc, false",
        "[^ab]c, xc, true",
        "[a-c]x, bx, true",
        "[]]x, ]x, true",
        "a\\*b, a*b, true",
        "a\\*b, axb, false",
        "[a, [a, true",
        "*a*a*a*a*b, aaaaaaaaaaaaaaaaaaaaaaaa, false",
        "'', '', true",
        "'', a, false",
        "**, ab, true"
    })
    void matchesLikeFnmatch(String pattern, String text, boolean expected) {
        assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/*, /a/b, true",
        "/a/*, /a/b/c, false",
        "/a/*/c, /a/b/c, true",
        "/a/?, /a//, false",
        "/a[/]b, /a/b, false",
        "*, a/b, false",
        "/home/*/public_html/, /home/u/public_html/, true"
    })
    void pathsAreMatchedPartByPart(String pattern, String text, boolean expected) {
        assertThat(Wildcard.ofPath(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void dotFilesHideFromWildcards() {
        assertThat(Wildcard.hidingDotFiles("*").matches(".hidden")).isFalse();
        assertThat(Wildcard.hidingDotFiles("?x").matches(".x")).isFalse();
        assertThat(Wildcard.hidingDotFiles(".*").matches(".hidden")).isTrue();
        assertThat(Wildcard.hidingDotFiles("a*").matches("a.b")).isTrue();
    }

    @Test
    void caseBlindnessReachesClasses() {
        assertThat(Wildcard.of("A[B-C]*").caseBlind().matches("abX")).isTrue();
        assertThat(Wildcard.of("A*").matches("ab")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a*, true", "a?, true", "[a], true", "a[, false", "a], false", "a\\*, false", "plain, false"})
    void patternsAreToldFromNames(String text, boolean expected) {
        assertThat(Wildcard.isPattern(text)).isEqualTo(expected);
    }
}
