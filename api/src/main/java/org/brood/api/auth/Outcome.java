package org.brood.api.auth;

/** What a requirement says of a request: httpd's authz_status. */
public enum Outcome {
    DENIED,
    GRANTED,
    /** Has no opinion. */
    NEUTRAL,
    /** Cannot be decided, and has been logged: a 500. */
    ERROR,
    /** Denied as long as nobody knows the user. */
    DENIED_NO_USER
}
