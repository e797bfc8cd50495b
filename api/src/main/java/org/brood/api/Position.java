package org.brood.api;

/** Where in its phase a hook runs; hooks of one position run in the order of their modules. httpd's APR_HOOK_ words. */
public enum Position {
    REALLY_FIRST,
    FIRST,
    MIDDLE,
    LAST,
    REALLY_LAST
}
