package org.brood.api;

/** The words of the Options directive that modules ask for. */
public enum Option {
    INDEXES,
    INCLUDES,
    INCLUDES_NO_EXEC,
    FOLLOW_SYM_LINKS,
    SYM_LINKS_IF_OWNER_MATCH,
    EXEC_CGI,
    MULTI_VIEWS
}
