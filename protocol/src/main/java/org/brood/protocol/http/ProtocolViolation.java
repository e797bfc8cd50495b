package org.brood.protocol.http;

/**
 * The peer broke the protocol or a limit of it. Never our own bug: that is an {@link IllegalStateException}. Checked, because someone owes the peer
 * a whole answer with {@link #status()}. It has no stack trace: it is thrown at the rate that a hostile peer chooses.
 */
public final class ProtocolViolation extends Exception {
    private final Fault fault;

    public ProtocolViolation(Fault fault) {
        super(fault.tag() + ": " + fault.sentence(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** The status code of the answer. */
    public int status() {
        return fault.status();
    }
}
