package org.brood.api;

import org.brood.conf.SettingsKey;

/** AcceptPathInfo, a directive of core that each handler judges for itself: only it knows what it would do with path info. */
public enum AcceptPathInfo {
    /** As the handler likes: scripts take it, files do not. */
    DEFAULT,
    ON,
    OFF;

    public static final SettingsKey<AcceptPathInfo> KEY =
            SettingsKey.directory("core:AcceptPathInfo", DEFAULT, (outer, inner) -> inner);
}
