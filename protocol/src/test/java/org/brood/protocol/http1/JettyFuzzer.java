package org.brood.protocol.http1;

import java.util.Arrays;
import org.brood.protocol.http.ProtocolViolation;

/**
 * For a fuzzer to break: where our engine and jetty-http's parser both take a request, they see its end at the same octet. That is what smuggling lives from;
 * whether each of them takes it is the {@link JettyDifferentialTest}'s to explain.
 */
public final class JettyFuzzer {
    private static final int REJECTED = -1;

    private JettyFuzzer() {}

    /** The fuzzer's entry; Jazzer finds it by its name. The first three octets are those of {@link EngineFuzzer}, and not looked at. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 3) {
            return;
        }
        byte[] octets = Arrays.copyOfRange(input, 3, input.length);
        int ours = firstMessageLength(octets.clone());
        if (ours == REJECTED) {
            return;
        }
        int theirs = JettyConversation.firstMessageLength(octets);
        if (theirs != REJECTED && theirs != ours) {
            throw new AssertionError("we end the request at " + ours + ", jetty at " + theirs);
        }
    }

    private static int firstMessageLength(byte[] octets) {
        RequestHeadParser parser = new RequestHeadParser(Http1Rules.DEFAULTS);
        try {
            int at = parser.parse(octets, 0, octets.length);
            if (at == RequestHeadParser.INCOMPLETE) {
                return REJECTED;
            }
            BodyReader body = BodyReader.of(parser.head(), Http1Rules.DEFAULTS);
            while (!body.ended() && at < octets.length) {
                at += body.feed(octets, at, octets.length);
            }
            return body.ended() ? at : REJECTED;
        } catch (ProtocolViolation violation) {
            return REJECTED;
        }
    }
}
