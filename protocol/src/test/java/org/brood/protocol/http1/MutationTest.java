package org.brood.protocol.http1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fuzzers' invariants on a fixed set of damaged corpus cases, for the builds that do not fuzz. */
class MutationTest {
    private static final int ROUNDS = 20_000;
    private static final byte[] SPICE = Escapes.decode("\\r\\n\\t :;,\\x00\\x7f\\xff0a%/@#?*[]-+_");

    @Test
    void damagedRequestsBreakNoInvariant() {
        List<CorpusCase> cases = CorpusCase.all().stream()
                .filter(test -> test.octets().length > 0 && test.octets().length < 400)
                .toList();
        Random random = new Random(20261124);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = cases.get(random.nextInt(cases.size())).octets();
            byte[] damaged = new byte[octets.length + 3];
            random.nextBytes(damaged);
            System.arraycopy(octets, 0, damaged, 3, octets.length);
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged = damage(damaged, random);
            }
            EngineFuzzer.fuzzerTestOneInput(damaged);
            JettyFuzzer.fuzzerTestOneInput(damaged);
        }
    }

    /** Replaces, drops or repeats a few octets behind the first three. */
    private static byte[] damage(byte[] octets, Random random) {
        int at = 3 + random.nextInt(octets.length - 3);
        byte[] copy = octets.clone();
        switch (random.nextInt(3)) {
            case 0 -> copy[at] = SPICE[random.nextInt(SPICE.length)];
            case 1 -> {
                copy = Arrays.copyOf(octets, octets.length + 1);
                System.arraycopy(octets, at, copy, at + 1, octets.length - at);
            }
            default -> {
                int count = octets.length > 8 ? 1 + random.nextInt(Math.min(3, octets.length - at)) : 0;
                copy = Arrays.copyOf(octets, octets.length - count);
                System.arraycopy(octets, at + count, copy, at, octets.length - at - count);
            }
        }
        return copy.length > 3 ? copy : octets;
    }
}
