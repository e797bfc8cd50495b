package org.brood.conf.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.brood.conf.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private final FakeRequest request = request();

    private static FakeRequest request() {
        FakeRequest request = new FakeRequest();
        request.variables.put("REQUEST_METHOD", "GET");
        request.variables.put("REQUEST_URI", "/a/b.html");
        request.variables.put("REMOTE_ADDR", "127.0.0.1");
        request.variables.put("HTTPS", "off");
        request.requestHeaders.put("Referer", "from");
        request.requestHeaders.put("Host", "host");
        request.requestHeaders.put("Accept", "text/html");
        request.responseHeaders.put("X", "x");
        request.environment.put("E", "env");
        request.environment.put("BOTH", "env");
        request.notes.put("BOTH", "note");
        return request;
    }

    private boolean holds(String text) throws ConfigurationException, ExpressionFailure {
        return Condition.parse(text, ExpressionRules.STANDARD).holds(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "!false",
                "not false",
                "!(false || false)",
                "true && true",
                "true and not false",
                "false || true",
                "false or true",
                "true || true && false",
                "!false && true",
                "!true || true",
                "1 -eq 01",
                "1 -ne 2",
                "1 -lt 02",
                "2 -ge 2",
                "1 -gt -1",
                "'x' -eq 0",
                "' 12x' -eq 12",
                "1 eq 1 and 1 ne 2 and 1 lt 2 and 1 le 1 and 2 gt 1 and 2 ge 2",
                "'aa' == 'aa'",
                "'aa' = 'aa'",
                "'aa'<'b'",
                "'b' > 'aa'",
                "'a' <= 'a'",
                "'a' . 'b' .'c'='abc'",
                "'a1c' = 'a'. 1. 'c'",
                "req('nope') . 'bar' = 'bar'",
                "%{req:nope} . 'bar' = 'bar'",
                "'%{REQUEST_METHOD}x' == \"GETx\"",
                "'%{request_method}' == 'GET'",
                "'a' -in { 'b', 'a' }",
                "'a' in {'a'}",
                "!('a' -in {'b'})",
                "'abc' =~ /bc/",
                "'abc' =~ /BC/i",
                "'abc' !~ m!BC!",
                "'a/b' =~ m#^a/b$#",
                "'abc' =~ m|b|i",
                "$0 == ''",
                "'$9' == ''",
                "'abc' =~ /(bc)/ && $0 == 'bc' && $1 == 'bc'",
                "'abc' =~ /bc/ && $0 == ''",
                "'abc' =~ /(bc)/ && 'xy' =~ /x/ && $0 == 'bc'",
                "'abc' =~ /b(.)/ && '<$1>' == '<c>'",
                "'abc' =~ /(bc)/ && !('x' =~ /(y)/) && $0 == ''",
                "'abcdefghijklm' =~ /(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)/ && $2 == 'c'",
                "%{TIME_YEAR} =~ /^\\d{4}$/",
                "%{TIME} == '20260201030405'",
                "%{TIME_WDAY} -eq 0",
                "%{HTTP_REFERER} = 'from'",
                "http('referer') = 'from'",
                "resp('x') = 'x'",
                "reqenv('E') = 'env'",
                "env('BOTH') = 'note'",
                "note('BOTH') = 'note'",
                "osenv('SYSTEM') = 'system'",
                "%{env:SYSTEM} = 'system'",
                "toupper('abC12d') = 'ABC12D'",
                "%{toupper:%{escape:?}} = '%3F'",
                "escape('a b/c?') = 'a%20b/c%3f'",
                "unescape('%3f') = '?'",
                "unescape('%2f') = ''",
                "unescape('%zz') = ''",
                "sha1('foo') = '0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33'",
                "md5('foo') = 'acbd18db4cc2f85cedef654fccc4a4d8'",
                "base64('foo') = 'Zm9v'",
                "unbase64('Zm9vMg==') = 'foo2'",
                "ldap('a*b(c)') = 'a\\\\2ab\\\\28c\\\\29'",
                "-n '1' && -z ''",
                "-T 'on' && -T '1' && -T 'x'",
                "!-T 'off' && !-T 'NO' && !-T '0' && !-T '' && !-T 'False'",
                "-U '/there' && !-U '/nope' && -A '/there'",
                "-F '/srv/there' && !-F '/srv/nope'",
                "-R '127.0.0.0/8' && !-R '240.0.0.0' && !-R 'ff::/8'",
                "-R '127.0.0.1' || -R '::1'",
                "'10.1.2.3' -ipmatch '10.0.0.0/255.0.0.0'",
                "'10.1.2.3' -ipmatch '10.1'",
                "'2001:db8::1' -ipmatch '2001:db8::/32'",
                "'::ffff:10.0.0.1' -ipmatch '10.0.0.1'",
                "!('x' -ipmatch '10.0.0.1')",
                "'foo' -strmatch '*o' && 'fo/o' -strmatch 'f*' && !('foo' -strmatch 'F*')",
                "'foo' -strcmatch 'F*'",
                "'a/b' -fnmatch 'a/*' && !('a/b' -fnmatch 'a*')",
                "'\\101\\n' =~ /^A.$/",
                "'%' == '%' && '$' == '$' && '}' == '}'",
                "'it\"s' == \"it\\\"s\""
            })
    void holdsAsInHttpd(String text) throws ConfigurationException, ExpressionFailure {
        assertThat(holds(text)).isTrue();
        assertThat(holds("!(" + text + ")")).isFalse();
    }

    @Test
    void everyCombinationOfThreeConstantsBindsAndBeforeOr() throws ConfigurationException, ExpressionFailure {
        String[] operands = {"true", "false", "!true", "!false"};
        boolean[] values = {true, false, false, true};
        for (int i = 0; i < 64; i++) {
            int a = i % 4;
            int b = i / 4 % 4;
            int c = i / 16;
            String all = operands[a] + " || " + operands[b] + " && " + operands[c];
            assertThat(holds(all)).as(all).isEqualTo(values[a] || values[b] && values[c]);
            String left = operands[a] + " && " + operands[b] + " || " + operands[c];
            assertThat(holds(left)).as(left).isEqualTo(values[a] && values[b] || values[c]);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "foo ~ syntax error, unexpected $end, expecting '('",
                "-R 'abc' ~ parsing of subnet/netmask failed",
                "-R %{REMOTE_ADDR} ~ -R requires subnet/netmask as constant argument",
                "'127.0.0.1' -ipmatch 'abc' ~ parsing of subnet/netmask failed",
                "'%{foo:User-Agent}' != 'bar' ~ Function 'foo' does not exist",
                "%{FOO} != 'bar' ~ Variable 'FOO' does not exist",
                "'bar' = bar ~ syntax error, unexpected $end, expecting '('",
                "1 -eq ~ syntax error, unexpected $end",
                "'a ~ Unterminated string or variable",
                "'%{a ~ syntax error, unexpected T_ERROR, expecting T_VAR_END or ':': Unterminated string or variable",
                "%{a-b} ~ syntax error, unexpected T_ERROR, expecting T_VAR_END or ':': Invalid character in variable name '-'",
                "'a' -in foo('b') ~ List-returning function 'foo' does not exist",
                "-q 'a' ~ Unary operator '-q' does not exist",
                "'a' -foo 'b' ~ Binary operator '-foo' does not exist",
                "true true ~ syntax error, unexpected T_TRUE, expecting $end",
                "(true ~ syntax error, unexpected $end, expecting T_OP_OR or T_OP_AND or ')'",
                "'\\777' = 'a' ~ Escape sequence out of bound",
                "'\\9' = 'a' ~ Bad escape sequence",
                "& ~ Parse error near '&'",
                "`` ~ syntax error, unexpected $end",
                "'a' -in {} ~ syntax error, unexpected '}'",
                "'a' == 'b' == 'c' ~ syntax error, unexpected T_OP_STR_EQ, expecting $end",
                "1 ? 2 ~ syntax error, unexpected T_ERROR: Parse error near '?'",
                "! ~ syntax error, unexpected $end",
                "'a' . 'b' ~ syntax error, unexpected $end",
                "-ipmatch 'a' ~ syntax error, unexpected T_OP_BINARY"
            })
    void mistakeIsToldInTheWordsOfHttpdsParser(String text, String words) {
        assertThatThrownBy(() -> Condition.parse(text, ExpressionRules.STANDARD))
                .hasMessage(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a' =~ /(/", "'a' =~ 'b'", "m!"})
    void brokenPatternsAreMistakes(String text) {
        assertThatThrownBy(() -> Condition.parse(text, ExpressionRules.STANDARD))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void filesAreLookedAtButNotFromHtaccess(@TempDir Path root)
            throws IOException, ConfigurationException, ExpressionFailure {
        Path full = Files.writeString(root.resolve("full"), "foo\n");
        Path empty = Files.createFile(root.resolve("empty"));
        Path link = Files.createSymbolicLink(root.resolve("link"), full);
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rwxr--r--"));
        assertThat(holds("-f '" + full + "' && -s '" + full + "' && -e '" + full + "' && !-d '" + full + "'"))
                .isTrue();
        assertThat(holds("-f '" + empty + "' && !-s '" + empty + "' && -x '" + empty + "' && !-x '" + full + "'"))
                .isTrue();
        assertThat(holds("-d '" + root + "' && !-f '" + root + "'")).isTrue();
        assertThat(holds("-L '" + link + "' && -h '" + link + "' && !-L '" + full + "'"))
                .isTrue();
        assertThat(holds("file('" + full + "') = 'foo\\n' && filesize('" + full + "') -eq 4"))
                .isTrue();
        assertThat(holds("filesize('" + root.resolve("none") + "') = 0")).isTrue();
        assertThatThrownBy(() -> holds("file('" + root.resolve("none") + "') = ''"))
                .isInstanceOf(ExpressionFailure.class)
                .hasMessageStartingWith("Cannot open file");
        assertThatThrownBy(() -> Condition.parse("-f 'x'", ExpressionRules.STANDARD.with(FileAccess.NONE)))
                .hasMessage("-f not available in restricted context");
        assertThatThrownBy(() -> Condition.parse("file('x') = ''", ExpressionRules.STANDARD.with(FileAccess.TESTS)))
                .hasMessage("file not available in restricted context");
    }

    @Test
    void headersThatWereAskedForAreTold() throws ConfigurationException, ExpressionFailure {
        holds("%{HTTP_HOST} == 'x' || req('Accept') == 'x' || req_novary('Referer') == 'x'");
        assertThat(request.varied).containsExactly("Accept");
        request.varied.clear();
        Condition.parse("%{HTTP_ACCEPT} == 'x'", ExpressionRules.STANDARD.withoutVary())
                .holds(request);
        assertThat(request.varied).isEmpty();
    }

    @Test
    void modulesAddNames() throws ConfigurationException, ExpressionFailure {
        ExpressionVocabulary names = ExpressionVocabulary.STANDARD
                .withFunction("SSL", (context, argument) -> "<" + argument + ">")
                .withListFunction("PeerExtList", (context, argument) -> java.util.List.of("a", argument))
                .withVariables(java.util.Set.of("SSL_PROTOCOL"));
        request.variables.put("SSL_PROTOCOL", "TLSv1.3");
        ExpressionRules rules = ExpressionRules.STANDARD.with(names);
        String text = "%{ssl:x} == '<x>' && 'b' -in PeerExtList('b') && %{SSL_PROTOCOL} == 'TLSv1.3'";
        assertThat(Condition.parse(text, rules).holds(request)).isTrue();
    }

    @Test
    void sslComparisonPutsTheLongerTextLast() throws ConfigurationException, ExpressionFailure {
        assertThat(Condition.parse("'b' < 'aa'", ExpressionRules.STANDARD.comparingLikeSsl())
                        .holds(request))
                .isTrue();
        assertThat(holds("'b' < 'aa'")).isFalse();
    }

    @Test
    void deepNestingIsRefusedNotCrashed() {
        assertThatThrownBy(() -> Condition.parse("!".repeat(8000) + "true", ExpressionRules.STANDARD))
                .hasMessage("Recursion limit reached");
    }

    @Test
    void textHasItsVariablesFilledIn() throws ConfigurationException, ExpressionFailure {
        TextExpression text =
                TextExpression.parse("\"%{REQUEST_URI}\"-%{toupper:%{HTTPS}}-$1-100%", ExpressionRules.STANDARD);
        Backreferences captures = new Backreferences();
        assertThat(Condition.parse("'xy' =~ /(y)/", ExpressionRules.STANDARD).holds(request, captures))
                .isTrue();
        assertThat(text.value(request, captures)).isEqualTo("\"/a/b.html\"-OFF-y-100%");
        assertThat(text.isConstant()).isFalse();
        assertThat(TextExpression.parse("it's plain", ExpressionRules.STANDARD).isConstant())
                .isTrue();
    }
}
