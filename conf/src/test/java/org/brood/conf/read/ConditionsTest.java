package org.brood.conf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Settings;
import org.brood.conf.expr.FakeRequest;
import org.brood.conf.section.Conditions;
import org.brood.conf.section.NamedCaptures;
import org.brood.conf.section.Sections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final String CHAIN = """
            <If "%{REQUEST_METHOD} == 'A'">
              Note if
              <If "true">
                Note nested
              </If>
              <Else>
                Note never
              </Else>
            </If>
            <ElseIf "%{REQUEST_METHOD} == 'B'">
              Note elseif
            </ElseIf>
            <Else>
              Note else
            </Else>
            <Location />
              Note location
              <If "%{REQUEST_METHOD} == 'A'">
                Note inlocation
              </If>
            </Location>
            """;

    @TempDir
    Path root;

    private List<String> notes(String text, String method, List<String> failures) throws ConfigurationException {
        Sections sections = new Fixture(root).read(text).main().sections();
        FakeRequest request = new FakeRequest();
        request.variables.put("REQUEST_METHOD", method);
        Settings settings = sections.location(sections.defaults(), "/", NamedCaptures.IGNORED);
        return Conditions.apply(settings, request, failures::add).get(Fixture.NOTES);
    }

    @ParameterizedTest
    @CsvSource({"A, location if inlocation nested", "B, location elseif", "C, location else"})
    void firstOfAChainThatHoldsIsLaidOverEverythingElse(String method, String expected) throws ConfigurationException {
        assertThat(String.join(" ", notes(CHAIN, method, new ArrayList<>()))).isEqualTo(expected);
    }

    @Test
    void conditionThatCannotBeEvaluatedDoesNotHold() throws ConfigurationException {
        List<String> failures = new ArrayList<>();
        String text = "<If \"file('/nope') == ''\">\nNote a\n</If>\n<Else>\nNote b\n</Else>";
        assertThat(notes(text, "GET", failures)).containsExactly("b");
        assertThat(failures).containsExactly("Cannot open file /nope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<If \"foo\">|</If> ~ Cannot parse condition clause: syntax error, unexpected $end, expecting '('",
                "<Else>|</Else> ~ <Else> or <ElseIf> section without previous <If> or <ElseIf> section in same scope",
                "<If true false>|</If> ~ Multiple <If> arguments not supported.",
                "<If>|</If> ~ <If> directive requires additional arguments"
            })
    void mistakesAreToldInHttpdsWords(String text, String words) {
        assertThat(new Fixture(root).report(text.replace('|', '\n')))
                .isEqualTo("AH00526: Syntax error on line 1 of main.conf:\n" + words);
    }

    @Test
    void elseTakesNoArgumentAndFollowsNoElse() {
        assertThat(new Fixture(root).report("<If true>\n</If>\n<Else foo>\n</Else>"))
                .isEqualTo("AH00526: Syntax error on line 3 of main.conf:\n<Else> does not take an argument");
        assertThat(new Fixture(root).report("<If true>\n</If>\n<Else>\n</Else>\n<ElseIf true>\n</ElseIf>"))
                .startsWith("AH00526: Syntax error on line 5 of main.conf:\n<Else> or <ElseIf> section without");
        assertThat(new Fixture(root).report("<Directory />\n<Limit GET>\n<If true>\n</If>\n</Limit>\n</Directory>"))
                .isEqualTo("AH00526: Syntax error on line 3 of main.conf:\n"
                        + "<If> cannot occur within <Limit> or <LimitExcept> section");
    }
}
