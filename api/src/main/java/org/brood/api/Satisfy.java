package org.brood.api;

import org.brood.conf.SettingsKey;

/** Satisfy of mod_access_compat. The phases obey it, so it stands here: with ANY an allowed host needs no user. */
public enum Satisfy {
    UNSET,
    ALL,
    ANY;

    public static final SettingsKey<Satisfy> KEY =
            SettingsKey.directory("satisfy", UNSET, (outer, inner) -> inner == UNSET ? outer : inner);
}
