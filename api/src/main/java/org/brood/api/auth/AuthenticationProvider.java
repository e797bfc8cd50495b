package org.brood.api.auth;

import java.io.IOException;
import org.brood.api.Exchange;

/** Knows passwords: the {@code file} of {@code AuthBasicProvider file}. */
public interface AuthenticationProvider {

    /** What is known of a user and a password. */
    enum Answer {
        DENIED,
        GRANTED,
        USER_NOT_FOUND,
        /** Cannot be decided, and has been logged: a 500. */
        ERROR
    }

    /** The word, in lower case. */
    String name();

    Answer checkPassword(Exchange exchange, String user, String password) throws IOException;
}
