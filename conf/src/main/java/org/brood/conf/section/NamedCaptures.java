package org.brood.conf.section;

/** Takes what named groups of a matching {@code DirectoryMatch} and its relatives captured, as environment variables. */
@FunctionalInterface
public interface NamedCaptures {
    /** Nobody asks. */
    NamedCaptures IGNORED = (name, value) -> {};

    /** @param name {@code MATCH_} and the group's name in capitals */
    void set(String name, String value);
}
