package org.brood.conf.expr;

/** How much of the file system an expression may look at, by who may write it. */
public enum FileAccess {
    /** The server's own files: everything. */
    FULL,
    /** {@code .htaccess}: the operators that test a file ({@code -f}), but not the functions that read one. */
    TESTS,
    /** Pages with server-side includes: nothing. */
    NONE
}
