package org.brood.launcher.rules;

import java.util.Set;

/** What is known to break a rule, with the reason. A test fails when one of these is not needed any more. */
final class Exceptions {
    /** Main calls the ways of running, which are given the list of what is built in: that list should move below both. */
    static final Set<Set<String>> CYCLES = Set.of(Set.of("org.brood.launcher", "org.brood.launcher.process"));

    /**
     * mod_status reads processor times in the words of posix, as the board's snapshots have them; mod_cgi starts programs in
     * process groups of their own, which java.lang.Process cannot.
     */
    static final Set<String> AGAINST_THE_ARROWS =
            Set.of("org.brood.modules.generators.cgi -> posix", "org.brood.modules.generators.status -> posix");

    private Exceptions() {}
}
