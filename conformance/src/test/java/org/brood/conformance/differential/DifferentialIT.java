package org.brood.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.conformance.server.Apache;
import org.brood.conformance.server.Checkout;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.Product;
import org.junit.jupiter.api.Test;

/** The same requests to apache2 and to Brood: equal status, fields (their order and case too) and bytes. */
class DifferentialIT {

    private static final int MOST_INTENDED = 10;

    @Test
    void answersAreThoseOfApache() {
        Product apache = new Apache();
        Product ours = Product.chosen();
        skipLoudly(apache.unavailable());
        skipLoudly(ours.unavailable());
        List<Comparison> different = new ArrayList<>();
        try (Pair pair = Pair.start(apache, ours, Mpm.EVENT)) {
            for (Case each : CaseFile.readFolder(Checkout.cases())) {
                Comparison comparison = pair.compare(each);
                if (!comparison.equal()) {
                    different.add(comparison);
                }
            }
            assertThat(pair.intentions()).as("intended differences").isLessThanOrEqualTo(MOST_INTENDED);
            assertThat(pair.unseenIntentions())
                    .as("intended differences that no case shows")
                    .isEmpty();
        }
        assertThat(different).withFailMessage(() -> explained(different)).isEmpty();
    }

    private static String explained(List<Comparison> different) {
        StringBuilder text = new StringBuilder(different.size() + " answers differ from apache's (-):\n");
        different.forEach(each -> text.append(each.conversation().name())
                .append('\n')
                .append(each.request())
                .append(each.explained())
                .append("\n\n"));
        return text.toString();
    }

    private static void skipLoudly(Optional<String> reason) {
        reason.ifPresent(words -> {
            System.err.println("NOT COMPARED WITH APACHE: " + words);
            assumeTrue(false, words);
        });
    }
}
