package org.brood.protocol.http;

import org.jspecify.annotations.Nullable;

/** The fields of a request, of whatever version, as far as the grammars of this package ask for them. */
public interface RequestFields {
    /** Whether the field occurs. */
    boolean has(Field field);

    /** The field's value, several lines joined by {@code ", "}; null when it does not occur. */
    @Nullable
    String value(Field field);
}
