package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first request of each case under the default rules, by our engine and by jetty-http's parser: both take it and see the same method, target, fields and body,
 * or both refuse it, or the case says in its own words why not. An explanation that explains nothing is an error too.
 */
class JettyDifferentialTest {
    static List<CorpusCase> cases() {
        return CorpusCase.all().stream().filter(CorpusCase::defaultRules).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithJettyOrSaysWhyNot(CorpusCase test) {
        List<String> ours = ours(Conversation.of(test.rules(), test.ends(), test.octets()));
        List<String> theirs = theirs(JettyConversation.of(test.octets(), test.ends()));
        if (test.jetty().isEmpty()) {
            assertThat(theirs).as(test.name()).isEqualTo(ours);
        } else {
            assertThat(theirs).as("explained, but there is no difference").isNotEqualTo(ours);
        }
    }

    /** The first request alone, in the words that both have. */
    private static List<String> ours(List<String> story) {
        List<String> first = new ArrayList<>();
        for (String event : story) {
            boolean head = event.matches("\\S+ .* HTTP/\\d\\.\\d.*")
                    && !event.startsWith("field ")
                    && !event.startsWith("body ");
            if (head && !first.isEmpty()) {
                break;
            }
            if (event.startsWith("reject")) {
                return List.of("reject");
            }
            first.add(head ? event.replaceFirst(" HTTP/\\d\\.\\d.*", "") : event);
        }
        if (first.getLast().matches("close|closed|idle")) {
            first.removeLast();
        }
        return List.copyOf(first);
    }

    private static List<String> theirs(List<String> story) {
        if (story.getLast().equals("reject")) {
            return List.of("reject");
        }
        return story.getLast().equals("idle") ? story.subList(0, story.size() - 1) : story;
    }
}
