package org.brood.conformance.differential;

import java.util.List;

/**
 * One conversation with a server.
 *
 * @param name unique among all files
 * @param blocks requests in order; each is expected to be answered once
 */
public record Case(String name, List<Block> blocks) {

    /** When a block is sent. */
    public enum Pace {
        /** At once, in one write with its predecessor: pipelining. */
        WITH_PREVIOUS,
        /** When the predecessor has been answered. */
        AFTER_ANSWER,
        /** When an interim answer has come; the block is the body of its predecessor. */
        AFTER_INTERIM
    }

    /**
     * Bytes to send.
     *
     * @param octets as ISO 8859-1 characters
     * @param halfClose nothing follows: the server sees the end of file
     */
    public record Block(String octets, Pace pace, boolean halfClose) {

        boolean head() {
            return octets.startsWith("HEAD ");
        }

        boolean toScript() {
            return octets.contains("/cgi-bin/") || octets.contains(".cgi");
        }
    }
}
