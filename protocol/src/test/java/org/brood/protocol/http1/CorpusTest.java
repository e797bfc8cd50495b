package org.brood.protocol.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of the corpus ends as it says, however its octets are cut, and whatever comes behind them. */
class CorpusTest {
    private static final byte[] NEXT = Escapes.decode("GET /next HTTP/1.1\\r\\nHost: next\\r\\n\\r\\n");
    private static final List<String> NEXT_STORY = List.of("GET /next HTTP/1.1 host=next", "field Host: next", "idle");

    static List<CorpusCase> cases() {
        return CorpusCase.all();
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void endsAsTheCorpusSays(CorpusCase test) {
        List<String> story = Conversation.of(test.rules(), test.ends(), test.octets());
        assertThat(test.comparable(story)).as(test.why()).isEqualTo(test.want());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyCutGivesTheSameStory(CorpusCase test) {
        byte[] octets = test.octets();
        List<String> whole = Conversation.of(test.rules(), test.ends(), octets);
        for (int cut = 1; cut < octets.length; cut++) {
            byte[] first = Arrays.copyOf(octets, cut);
            byte[] second = Arrays.copyOfRange(octets, cut, octets.length);
            assertThat(Conversation.of(test.rules(), test.ends(), first, second))
                    .as("cut at %d", cut)
                    .isEqualTo(whole);
        }
        byte[][] single = new byte[octets.length][];
        for (int i = 0; i < octets.length; i++) {
            single[i] = new byte[] {octets[i]};
        }
        assertThat(Conversation.of(test.rules(), test.ends(), single)).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatFollowsIsARequestOnlyBehindAWholeOne(CorpusCase test) {
        List<String> story = Conversation.of(test.rules(), false, test.octets());
        List<String> longer = Conversation.of(test.rules(), false, test.octets(), NEXT);
        String last = story.getLast();
        if (last.equals("idle")) {
            List<String> expected = new ArrayList<>(story.subList(0, story.size() - 1));
            expected.addAll(NEXT_STORY);
            assertThat(longer).isEqualTo(expected);
        } else if (!last.equals("waiting")) {
            assertThat(longer).isEqualTo(story);
        }
    }
}
