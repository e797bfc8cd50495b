package org.brood.conf.expr;

/**
 * A token outside strings.
 *
 * @param text digits, a name, a pattern, the quote that begins a string, or what is wrong
 */
record Token(Kind kind, String text) {

    /** Named as httpd's messages name them. */
    enum Kind {
        END("$end"),
        ERROR("T_ERROR"),
        TRUE("T_TRUE"),
        FALSE("T_FALSE"),
        DIGIT("T_DIGIT"),
        ID("T_ID"),
        STRING("T_STR_BEGIN"),
        VARIABLE("T_VAR_BEGIN"),
        BACKREFERENCE("T_REGEX_BACKREF"),
        REGEX("T_REGEX"),
        REGEX_BLIND("T_REGEX_I"),
        UNARY("T_OP_UNARY"),
        BINARY("T_OP_BINARY"),
        EQ("T_OP_EQ"),
        NE("T_OP_NE"),
        LT("T_OP_LT"),
        LE("T_OP_LE"),
        GT("T_OP_GT"),
        GE("T_OP_GE"),
        STR_EQ("T_OP_STR_EQ"),
        STR_NE("T_OP_STR_NE"),
        STR_LT("T_OP_STR_LT"),
        STR_LE("T_OP_STR_LE"),
        STR_GT("T_OP_STR_GT"),
        STR_GE("T_OP_STR_GE"),
        MATCHES("T_OP_REG"),
        MATCHES_NOT("T_OP_NRE"),
        IN("T_OP_IN"),
        CONCAT("T_OP_CONCAT"),
        OR("T_OP_OR"),
        AND("T_OP_AND"),
        NOT("T_OP_NOT"),
        OPEN("'('"),
        CLOSE("')'"),
        OPEN_LIST("'{'"),
        CLOSE_LIST("'}'"),
        COMMA("','"),
        COLON("':'");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
