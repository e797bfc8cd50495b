package org.brood.protocol.http1;

import java.util.Arrays;
import java.util.List;

/**
 * What must hold for any octets, for a fuzzer to break: no exception but a named violation, offsets within what was given, and the same story however
 * the octets are cut. The first octet picks the rules, the second and third the cut.
 *
 * <p>Run by {@code mvn -Pfuzz -pl protocol verify}, with the corpus as seeds.
 */
public final class EngineFuzzer {
    private static final Http1Rules SMALL = Http1Rules.DEFAULTS.withLimits(60, 4, 40, 50);

    private EngineFuzzer() {}

    /** The fuzzer's entry; Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 3) {
            return;
        }
        byte[] octets = Arrays.copyOfRange(input, 3, input.length);
        Http1Rules rules = rules(input[0]);
        boolean ends = (input[0] & 16) != 0;
        int first = octets.length == 0 ? 0 : (input[1] & 0xff) % octets.length;
        int second = first + (octets.length == first ? 0 : (input[2] & 0xff) % (octets.length - first));
        List<String> whole = Conversation.of(rules, ends, octets);
        List<String> cut = Conversation.of(
                rules,
                ends,
                Arrays.copyOf(octets, first),
                Arrays.copyOfRange(octets, first, second),
                Arrays.copyOfRange(octets, second, octets.length));
        if (!whole.equals(cut)) {
            throw new AssertionError("cut at " + first + " and " + second + ": " + cut + " instead of " + whole);
        }
        checkRejectionIsFinal(rules, octets, whole);
    }

    private static Http1Rules rules(byte choice) {
        Http1Rules base = (choice & 1) == 0 ? Http1Rules.DEFAULTS : SMALL;
        return base.withProtocolOptions((choice & 2) == 0, (choice & 4) != 0, (choice & 8) == 0);
    }

    private static void checkRejectionIsFinal(Http1Rules rules, byte[] octets, List<String> whole) {
        String last = whole.getLast();
        if (last.startsWith("reject ") && !last.endsWith("INPUT_ENDED") && !last.endsWith("BODY_CUT_SHORT")) {
            byte[] next = Escapes.decode("GET /next HTTP/1.1\\r\\nHost: next\\r\\n\\r\\n");
            List<String> longer = Conversation.of(rules, false, octets, next);
            if (!longer.equals(whole)) {
                throw new AssertionError("something was read behind a rejected request: " + longer);
            }
        }
    }
}
