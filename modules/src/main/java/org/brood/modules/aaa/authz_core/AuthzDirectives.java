package org.brood.modules.aaa.authz_core;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.brood.api.auth.AuthorizationProvider;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ContainerUse;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;

/** The directives of mod_authz_core. Rules outside every container form an any-group. */
final class AuthzDirectives {
    private static final Rule.Group ANY = new Rule.Group(false, false, false, List.of());
    private static final Set<Place> PLACES = EnumSet.of(Place.DIRECTORY, Place.HTACCESS);

    private final Map<String, AuthorizationProvider> providers;

    AuthzDirectives(Map<String, AuthorizationProvider> providers) {
        this.providers = providers;
    }

    List<DirectiveSpec> all() {
        String group = "container for grouping authorization directives of which ";
        return List.of(
                spec(
                        "Require",
                        Arguments.RAW,
                        "[not] entity-name [entity-name] ...",
                        "",
                        "specifies authorization directives which one must pass (or not) for a request to suceeed",
                        this::require),
                container(
                        "<RequireAll>",
                        group + "none must fail and at least one must pass for a request to succeed",
                        new Rule.Group(true, false, false, List.of())),
                container("<RequireAny>", group + "one must pass for a request to succeed", ANY),
                container(
                        "<RequireNone>",
                        group + "none must pass for a request to succeed",
                        new Rule.Group(false, true, false, List.of())),
                spec(
                        "AuthMerging",
                        Arguments.ONE,
                        "Off | And | Or",
                        "Off",
                        "controls how a <Directory>, <Location>, or similar directive's authorization directives"
                                + " are combined with those of its predecessor",
                        AuthzDirectives::merging),
                spec(
                        "AuthzSendForbiddenOnFailure",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Controls if an authorization failure should result in a '403 FORBIDDEN' response instead"
                                + " of the HTTP-conforming '401 UNAUTHORIZED'",
                        use -> use.update(AuthzSettings.KEY, authz -> authz.withForbidOnFailure(use.flag()))));
    }

    private static DirectiveSpec spec(
            String name,
            Arguments arguments,
            String syntax,
            String standard,
            String help,
            org.brood.conf.DirectiveAction action) {
        return DirectiveSpec.anywhere(OverrideClass.AUTH_CONFIG, name, arguments, syntax, standard, help, action);
    }

    private static DirectiveSpec container(String name, String help, Rule.Group empty) {
        return DirectiveSpec.container(
                name, PLACES, EnumSet.of(OverrideClass.AUTH_CONFIG), "", help, use -> group(use, empty));
    }

    private static void merging(DirectiveUse use) throws ConfigurationException {
        AuthzSettings.Merging word = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "off" -> AuthzSettings.Merging.OFF;
            case "and" -> AuthzSettings.Merging.AND;
            case "or" -> AuthzSettings.Merging.OR;
            default -> throw new ConfigurationException(null, use.name() + " must be one of: Off | And | Or");
        };
        use.update(AuthzSettings.KEY, authz -> authz.withMerging(word));
    }

    private void require(DirectiveUse use) throws ConfigurationException {
        String rest = use.argument(0).strip();
        String name = firstWord(rest);
        rest = rest.substring(name.length()).strip();
        boolean negated = name.equalsIgnoreCase("not");
        if (negated) {
            name = firstWord(rest);
            rest = rest.substring(name.length()).strip();
        }
        AuthorizationProvider provider = providers.get(name.toLowerCase(Locale.ROOT));
        if (provider == null) {
            throw new ConfigurationException(null, "Unknown Authz provider: " + name);
        }
        Rule line = new Rule.Line(name, rest, provider.read(use, rest), use.methods(), negated);
        Rule.Group around = around(use);
        if (negated && !around.all()) {
            throw new ConfigurationException(
                    null, "negative " + use.name() + " directive has no effect in " + around.text() + " directive");
        }
        use.update(AuthzSettings.KEY, authz -> authz.withRules(around.with(List.of(line))));
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static Rule.Group around(DirectiveUse use) {
        Rule.Group rules = use.settings(AuthzSettings.KEY).rules();
        return rules == null ? ANY : rules;
    }

    private static void group(ContainerUse use, Rule.Group empty) throws ConfigurationException {
        Rule.Group before = use.settings(AuthzSettings.KEY).rules();
        use.update(AuthzSettings.KEY, authz -> authz.withRules(empty));
        use.applyChildren();
        Rule.Group inner = use.settings(AuthzSettings.KEY).rules();
        use.update(AuthzSettings.KEY, authz -> authz.withRules(before));
        if (inner == null || inner.children().isEmpty()) {
            throw new ConfigurationException(null, empty.text() + " directive contains no authorization directives");
        }
        if (inner.children().stream().allMatch(Rule::negated)) {
            throw new ConfigurationException(
                    null, empty.text() + " directive contains only negative authorization directives");
        }
        Rule.Group around = before == null ? ANY : before;
        if (inner.negated() && !around.all()) {
            throw new ConfigurationException(
                    null, inner.text() + " directive has no effect in " + around.text() + " directive");
        }
        boolean sameKind = !inner.negated() && inner.all() == around.all();
        List<Rule> added = sameKind ? inner.children() : List.of(inner);
        use.update(AuthzSettings.KEY, authz -> authz.withRules(around.with(added)));
    }
}
