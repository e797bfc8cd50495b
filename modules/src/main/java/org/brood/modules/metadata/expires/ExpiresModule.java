package org.brood.modules.metadata.expires;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.api.Exchange;
import org.brood.api.Headers;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.conf.SettingsKey;
import org.brood.protocol.http.HttpDate;
import org.jspecify.annotations.Nullable;

/** mod_expires: Expires and Cache-Control for answers that are no errors and have no Expires yet. */
public final class ExpiresModule implements Module {
    private static final SettingsKey<Expiry> KEY =
            SettingsKey.directory("expires", new Expiry(null, Map.of(), null), Expiry::overlay);

    /** What was said at one place; types are in lower case, {@code image/*} among them. */
    private record Expiry(
            @Nullable Boolean active,
            Map<String, Lifetime> byType,
            @Nullable Lifetime standard) {

        Expiry with(String type, Lifetime lifetime) {
            Map<String, Lifetime> changed = new HashMap<>(byType);
            changed.put(type, lifetime);
            return new Expiry(active, Map.copyOf(changed), standard);
        }

        @Nullable
        Lifetime of(@Nullable String contentType) {
            String type = contentType == null
                    ? ""
                    : contentType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
            Lifetime exact = byType.get(type);
            if (exact != null) {
                return exact;
            }
            Lifetime wild = byType.get(type.substring(0, type.indexOf('/') + 1) + "*");
            return wild == null ? standard : wild;
        }

        private static Expiry overlay(Expiry outer, Expiry inner) {
            Map<String, Lifetime> merged = new HashMap<>(outer.byType);
            merged.putAll(inner.byType);
            return new Expiry(
                    inner.active == null ? outer.active : inner.active,
                    Map.copyOf(merged),
                    inner.standard == null ? outer.standard : inner.standard);
        }
    }

    @Override
    public String name() {
        return "expires_module";
    }

    @Override
    public String source() {
        return "mod_expires.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of(
                spec(
                        "ExpiresActive",
                        Arguments.FLAG,
                        "On|Off",
                        "Limited to 'on' or 'off'",
                        use -> use.update(KEY, expiry -> new Expiry(use.flag(), expiry.byType(), expiry.standard()))),
                spec(
                        "ExpiresByType",
                        Arguments.TWO,
                        "MIME-type <code>seconds",
                        "a MIME type followed by an expiry date code",
                        ExpiresModule::byType),
                spec("ExpiresDefault", Arguments.ONE, "<code>seconds", "an expiry date code", ExpiresModule::standard));
    }

    private static DirectiveSpec spec(
            String name, Arguments arguments, String syntax, String help, DirectiveAction action) {
        return DirectiveSpec.anywhere(OverrideClass.INDEXES, name, arguments, syntax, "", help, action);
    }

    private static void byType(DirectiveUse use) throws ConfigurationException {
        String type = use.argument(0).toLowerCase(Locale.ROOT);
        Lifetime lifetime = read(use.argument(1), "'ExpiresByType " + type + " " + use.argument(1) + "': ");
        use.update(KEY, expiry -> expiry.with(type, lifetime));
    }

    private static void standard(DirectiveUse use) throws ConfigurationException {
        Lifetime lifetime = read(use.argument(0), "'ExpiresDefault " + use.argument(0) + "': ");
        use.update(KEY, expiry -> new Expiry(expiry.active(), expiry.byType(), lifetime));
    }

    private static Lifetime read(String code, String before) throws ConfigurationException {
        try {
            return Lifetime.parse(code);
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, before + mistake.getMessage());
        }
    }

    @Override
    public void register(Hooks hooks) {
        hooks.beforeResponse(Position.MIDDLE, ExpiresModule::answer);
    }

    private static Verdict answer(Exchange exchange) {
        Expiry expiry = exchange.settings(KEY);
        boolean inForce =
                Boolean.TRUE.equals(expiry.active()) && exchange.response().status() < 400;
        boolean set = exchange.response().headers().contains("Expires")
                || exchange.response().errorHeaders().contains("Expires");
        if (!inForce || exchange.response().isErrorPage() || set) {
            return Verdict.DECLINED;
        }
        Lifetime lifetime = expiry.of(exchange.response().contentType());
        boolean known = lifetime != null
                && (!lifetime.sinceModification()
                        || exchange.resource().status().exists());
        if (lifetime != null && known) {
            write(exchange, lifetime);
        }
        return Verdict.DECLINED;
    }

    private static void write(Exchange exchange, Lifetime lifetime) {
        exchange.neverReplay();
        long now = exchange.startedMicros() / 1_000_000;
        long base = lifetime.sinceModification() ? exchange.resource().status().modifiedMicros() / 1_000_000 : now;
        long expires = Math.max(now, base + lifetime.seconds());
        Headers headers = exchange.response().headers();
        headers.merge("Cache-Control", "max-age=" + (expires - now));
        headers.set("Expires", HttpDate.format(expires));
    }
}
