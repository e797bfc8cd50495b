package org.brood.modules.aaa.authz_core;

import java.util.List;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a place; null where nobody required anything.
 *
 * @param merging how they go together with those of the place around it
 */
record AuthzSettings(
        Rule.@Nullable Group rules,
        Merging merging,
        @Nullable Boolean forbidOnFailure) {

    static final SettingsKey<AuthzSettings> KEY =
            SettingsKey.directory("authz", new AuthzSettings(null, Merging.UNSET, null), AuthzSettings::overlay);

    /** The words of AuthMerging. */
    enum Merging {
        UNSET,
        OFF,
        AND,
        OR
    }

    AuthzSettings withRules(Rule.@Nullable Group group) {
        return new AuthzSettings(group, merging, forbidOnFailure);
    }

    AuthzSettings withMerging(Merging word) {
        return new AuthzSettings(rules, word, forbidOnFailure);
    }

    AuthzSettings withForbidOnFailure(boolean on) {
        return new AuthzSettings(rules, merging, on);
    }

    private static AuthzSettings overlay(AuthzSettings outer, AuthzSettings inner) {
        Boolean forbid = inner.forbidOnFailure == null ? outer.forbidOnFailure : inner.forbidOnFailure;
        if (inner.merging == Merging.UNSET && inner.rules == null && outer.rules != null) {
            return outer.withForbidOnFailure(Boolean.TRUE.equals(forbid));
        }
        if (inner.merging == Merging.OFF || inner.merging == Merging.UNSET) {
            return new AuthzSettings(inner.rules, inner.merging, forbid);
        }
        return new AuthzSettings(joined(outer, inner), inner.merging, forbid);
    }

    private static Rule.@Nullable Group joined(AuthzSettings outer, AuthzSettings inner) {
        if (outer.rules == null || inner.rules == null) {
            return outer.rules == null ? inner.rules : outer.rules;
        }
        return new Rule.Group(inner.merging == Merging.AND, false, true, List.of(outer.rules, inner.rules));
    }
}
