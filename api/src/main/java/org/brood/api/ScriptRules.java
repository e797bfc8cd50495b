package org.brood.api;

import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * What directives of core say of the variables that scripts and their like are given. Null where nothing is said.
 *
 * @param passesAuthorization CGIPassAuth: whether credentials of the request reach scripts
 * @param currentUri {@code CGIVar REQUEST_URI current-uri}: the URI that a redirect inside the server led to, not the client's
 * @param qualifiesRedirectUrl QualifyRedirectURL: whether REDIRECT_URL is a whole URL
 */
public record ScriptRules(
        @Nullable Boolean passesAuthorization,
        @Nullable Boolean currentUri,
        @Nullable Boolean qualifiesRedirectUrl) {

    public static final SettingsKey<ScriptRules> KEY =
            SettingsKey.directory("core:scripts", new ScriptRules(null, null, null), ScriptRules::overlay);

    public ScriptRules passingAuthorization(boolean on) {
        return new ScriptRules(on, currentUri, qualifiesRedirectUrl);
    }

    public ScriptRules withCurrentUri(boolean on) {
        return new ScriptRules(passesAuthorization, on, qualifiesRedirectUrl);
    }

    public ScriptRules qualifyingRedirectUrl(boolean on) {
        return new ScriptRules(passesAuthorization, currentUri, on);
    }

    private static ScriptRules overlay(ScriptRules outer, ScriptRules inner) {
        return new ScriptRules(
                inner.passesAuthorization == null ? outer.passesAuthorization : inner.passesAuthorization,
                inner.currentUri == null ? outer.currentUri : inner.currentUri,
                inner.qualifiesRedirectUrl == null ? outer.qualifiesRedirectUrl : inner.qualifiesRedirectUrl);
    }
}
