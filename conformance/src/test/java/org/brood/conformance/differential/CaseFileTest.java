package org.brood.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brood.conformance.differential.Case.Block;
import org.brood.conformance.differential.Case.Pace;
import org.brood.conformance.server.Checkout;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    @Test
    void eachLineOfARequestEndsWithCrLf() {
        assertThat(octets("=== one\nGET / HTTP/1.1\nHost: x\n\n")).containsExactly("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @Test
    void escapesStandForBytesAndAJoinedLineHasNoEnd() {
        assertThat(octets("=== one\na\\tb\\x00\\\\\\c\n")).containsExactly("a\tb\0\\");
    }

    @Test
    void aPatternIsUsedOnceForEachRow() {
        List<Case> cases = CaseFile.parse("g", "# comment\n=== {2}\nA {1}\n::: x | y\n::: p | q\n\n=== other\nB\n");
        assertThat(cases).extracting(Case::name).containsExactly("g/y", "g/q", "g/other");
        assertThat(cases.get(1).blocks().getFirst().octets()).isEqualTo("A p\r\n");
    }

    @Test
    void separatorsSayWhenTheNextRequestIsSent() {
        List<Block> blocks = CaseFile.parse("g", "=== one\nA\n++\nB\n--\nC\n-- continue\nD\n-- end\n")
                .getFirst()
                .blocks();
        assertThat(blocks)
                .extracting(Block::pace)
                .containsExactly(Pace.AFTER_ANSWER, Pace.WITH_PREVIOUS, Pace.AFTER_ANSWER, Pace.AFTER_INTERIM);
        assertThat(blocks.getLast().halfClose()).isTrue();
    }

    @Test
    void theRepositoryHoldsAtLeastThreeHundredCasesWithNamesOfTheirOwn() {
        List<String> names =
                CaseFile.readFolder(Checkout.cases()).stream().map(Case::name).toList();
        assertThat(names).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    private static List<String> octets(String text) {
        return CaseFile.parse("g", text).getFirst().blocks().stream()
                .map(Block::octets)
                .toList();
    }
}
