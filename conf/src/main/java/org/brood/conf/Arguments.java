package org.brood.conf;

/** How many arguments a directive takes and how its line is split into them: httpd's {@code cmd_how}. */
public enum Arguments {
    /** No argument. */
    NONE,
    /** The rest of the line as it stands, in one argument. */
    RAW,
    /** {@code On} or {@code Off}, in one argument. */
    FLAG,
    ONE,
    TWO,
    THREE,
    ONE_OR_TWO,
    TWO_OR_THREE,
    ONE_OR_THREE,
    ONE_TO_THREE,
    /** Any number of arguments, all handed over at once. */
    ANY,
    /** One or more; the action is called once with each. */
    EACH,
    /** A first argument and one or more; the action is called with the first and each of the others. */
    FIRST_WITH_EACH
}
