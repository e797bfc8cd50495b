package org.brood.modules.mappers.rewrite;

/** What a RewriteRule's flags without a value say. */
enum Flag {
    ESCAPE_BACKREFERENCES,
    ESCAPE_NO_PLUS,
    ESCAPE_CONTROLS,
    CHAIN,
    DISCARD_PATH_INFO,
    END,
    LAST,
    NO_ESCAPE,
    NEXT,
    NO_SUBREQUEST,
    NO_CASE,
    PROXY,
    PASS_THROUGH,
    QUERY_APPEND,
    QUERY_DISCARD,
    QUERY_LAST,
    /** The substitution ends with a question mark: there is no query afterwards. */
    QUERY_NONE,
    REDIRECT,
    /** The rule ends the request with its status. */
    STATUS,
    /** Nothing is substituted: {@code -}. */
    NO_SUBSTITUTION,
    UNSAFE_PREFIX_STAT,
    UNSAFE_ALLOW_3F,
    KEEP_SLASHES
}
