package org.brood.conf;

/** Which files a configuration names are looked for while it is applied. */
public enum FileChecks {
    /** All: an administrator's start, {@code -t}, a restart. */
    ALL,
    /** {@code -T}. */
    ALL_BUT_DOCUMENT_ROOT,
    /** None: in a child. What its parent found good stays good until the next restart, whatever happens to the files. */
    NONE
}
