package org.brood.modules.aaa.authz_core;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.api.auth.AuthorizationProvider;
import org.brood.api.auth.Outcome;
import org.brood.api.auth.Realm;
import org.brood.conf.DirectiveSpec;

/**
 * mod_authz_core. The rules are tried without a user first: who may come in whoever he is needs no password. Only if a user
 * could change the result is he asked for, and the rules are tried again.
 */
public final class AuthzCoreModule implements Module {
    private final Map<String, AuthorizationProvider> providers = new HashMap<>();

    /** @param others the requirements that other modules know */
    public AuthzCoreModule(List<AuthorizationProvider> others) {
        StandardProviders.all().forEach(provider -> providers.put(provider.word(), provider));
        others.forEach(provider -> providers.put(provider.word(), provider));
    }

    @Override
    public String name() {
        return "authz_core_module";
    }

    @Override
    public String source() {
        return "mod_authz_core.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return new AuthzDirectives(providers).all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.accessCheckerEx(Position.LAST, exchange -> authorize(exchange, false));
        hooks.authorization(Position.LAST, exchange -> authorize(exchange, true));
    }

    private static Verdict authorize(Exchange exchange, boolean afterAuthentication) throws IOException {
        AuthzSettings settings = exchange.settings(AuthzSettings.KEY);
        Rule.Group rules = settings.rules();
        if (rules == null) {
            return withoutRules(exchange);
        }
        Outcome outcome = rules.check(exchange, true);
        return switch (outcome) {
            case GRANTED -> Verdict.OK;
            case ERROR -> Verdict.status(500);
            case DENIED_NO_USER -> afterAuthentication ? noUser(exchange) : Verdict.DECLINED;
            case DENIED, NEUTRAL -> denied(exchange, settings, afterAuthentication);
        };
    }

    private static Verdict withoutRules(Exchange exchange) {
        if (exchange.settings(Realm.KEY).typeInForce() == null) {
            return Verdict.OK;
        }
        exchange.log("authz_core").log(
                LogLevel.ERROR, "AH01627", "AuthType configured with no corresponding authorization directives");
        return Verdict.status(500);
    }

    private static Verdict noUser(Exchange exchange) {
        exchange.log("authz_core").log(
                LogLevel.ERROR,
                "AH01629",
                "authorization failure (no authenticated user): "
                        + exchange.resource().uri());
        return challenge(exchange);
    }

    private static Verdict denied(Exchange exchange, AuthzSettings settings, boolean afterAuthentication) {
        String uri = exchange.resource().uri();
        String filename = exchange.resource().filename();
        if (!afterAuthentication || exchange.settings(Realm.KEY).typeInForce() == null) {
            exchange.log("authz_core").log(
                    LogLevel.ERROR,
                    "AH01630",
                    "client denied by server configuration: " + (filename == null ? "uri " + uri : filename));
            return Verdict.status(403);
        }
        exchange.log("authz_core").log(
                LogLevel.ERROR,
                "AH01631",
                "user " + exchange.client().user() + ": authorization failure for \"" + uri + "\": ");
        return Boolean.TRUE.equals(settings.forbidOnFailure()) ? Verdict.status(403) : challenge(exchange);
    }

    private static Verdict challenge(Exchange exchange) {
        String challenge = exchange.settings(Realm.KEY).basicChallenge();
        if (challenge != null && exchange.client().user() != null) {
            exchange.response().errorHeaders().set("WWW-Authenticate", challenge);
        }
        return Verdict.status(401);
    }
}
