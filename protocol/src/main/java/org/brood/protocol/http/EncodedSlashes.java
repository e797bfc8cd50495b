package org.brood.protocol.http;

/** What {@code %2F} in a path means: the directive AllowEncodedSlashes. */
public enum EncodedSlashes {
    /** Off: the path is not found. */
    REFUSE,
    /** On: it is decoded like any other octet. */
    DECODE,
    /** NoDecode: it stays encoded. */
    KEEP
}
