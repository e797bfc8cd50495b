package org.brood.api.auth;

import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * AuthType and AuthName of a place: how a client says who it is, and for what. Null is what nobody mentioned.
 *
 * @param type {@code Basic}, {@code Digest}; null when nobody is asked
 */
public record Realm(@Nullable String type, @Nullable String name) {
    public static final SettingsKey<Realm> KEY = SettingsKey.directory(
            "realm",
            new Realm(null, null),
            (outer, inner) -> new Realm(
                    inner.type == null ? outer.type : inner.type, inner.name == null ? outer.name : inner.name));

    /** The type in force; null too when it is {@code None}. */
    public @Nullable String typeInForce() {
        return type == null || type.equalsIgnoreCase("None") ? null : type;
    }

    public Realm withType(String value) {
        return new Realm(value, name);
    }

    public Realm withName(String value) {
        return new Realm(type, value);
    }

    /** The WWW-Authenticate field of a refusal; null where this is not {@code Basic}. */
    public @Nullable String basicChallenge() {
        String inForce = typeInForce();
        if (inForce == null || !inForce.equalsIgnoreCase("Basic")) {
            return null;
        }
        String quoted = name == null ? "" : name.replace("\\", "\\\\").replace("\"", "\\\"");
        return "Basic realm=\"" + quoted + "\"";
    }
}
