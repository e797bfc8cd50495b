package org.brood.modules.aaa.access_compat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Satisfy;
import org.brood.api.Verdict;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.modules.aaa.access_compat.AccessRules.Order;
import org.brood.modules.aaa.access_compat.AccessRules.Ordering;
import org.brood.modules.aaa.access_compat.AccessRules.Origin;
import org.brood.modules.aaa.access_compat.AccessRules.Source;
import org.brood.modules.text.AddressRange;
import org.brood.modules.text.HostNames;

/** mod_access_compat. */
public final class AccessCompatModule implements Module {

    @Override
    public String name() {
        return "access_compat_module";
    }

    @Override
    public String source() {
        return "mod_access_compat.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        String help = "'from' followed by hostnames or IP-address wildcards";
        String syntax = "from all|host|env=[!]env-variable [host|env=[!]env-variable] ...";
        return List.of(
                DirectiveSpec.anywhere(
                        OverrideClass.LIMIT,
                        "Order",
                        Arguments.ONE,
                        "ordering",
                        "Deny,Allow",
                        "'allow,deny', 'deny,allow', or 'mutual-failure'",
                        AccessCompatModule::order),
                DirectiveSpec.anywhere(
                        OverrideClass.LIMIT, "Allow", Arguments.FIRST_WITH_EACH, syntax, "", help, use -> {
                            Source source = source(use);
                            use.update(AccessRules.KEY, rules -> rules.withAllow(source));
                        }),
                DirectiveSpec.anywhere(
                        OverrideClass.LIMIT, "Deny", Arguments.FIRST_WITH_EACH, syntax, "", help, use -> {
                            Source source = source(use);
                            use.update(AccessRules.KEY, rules -> rules.withDeny(source));
                        }),
                DirectiveSpec.anywhere(
                        OverrideClass.AUTH_CONFIG,
                        "Satisfy",
                        Arguments.ONE,
                        "Any|All",
                        "All",
                        "access policy if both allow and require used ('all' or 'any')",
                        AccessCompatModule::satisfy));
    }

    private static void order(DirectiveUse use) throws ConfigurationException {
        Order order = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "allow,deny" -> Order.ALLOW_DENY;
            case "deny,allow" -> Order.DENY_ALLOW;
            case "mutual-failure" -> Order.MUTUAL_FAILURE;
            default -> throw new ConfigurationException(null, "unknown order");
        };
        use.update(AccessRules.KEY, rules -> rules.withOrder(new Ordering(order, use.methods())));
    }

    private static void satisfy(DirectiveUse use) throws ConfigurationException {
        Satisfy word = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "all" -> Satisfy.ALL;
            case "any" -> Satisfy.ANY;
            default -> throw new ConfigurationException(null, "Satisfy either 'any' or 'all'.");
        };
        use.update(Satisfy.KEY, before -> word);
    }

    private static Source source(DirectiveUse use) throws ConfigurationException {
        if (!use.argument(0).equalsIgnoreCase("from")) {
            throw new ConfigurationException(null, "allow and deny must be followed by 'from'");
        }
        return new Source(origin(use.argument(1)), use.methods());
    }

    private static Origin origin(String where) throws ConfigurationException {
        String lower = where.toLowerCase(Locale.ROOT);
        if (lower.startsWith("env=")) {
            boolean absent = lower.startsWith("env=!");
            String name = where.substring(absent ? 5 : 4);
            return exchange -> exchange.environment().get(name) == null == absent;
        }
        if (lower.equals("all")) {
            return exchange -> true;
        }
        Optional<AddressRange> range = AddressRange.parse(where);
        if (range.isPresent()) {
            AddressRange addresses = range.get();
            return exchange -> addresses.contains(exchange.client().address());
        }
        if (where.indexOf('/') >= 0) {
            throw new ConfigurationException(null, "An IP address was expected");
        }
        if (where.indexOf('#') >= 0) {
            throw new ConfigurationException(null, "No comments are allowed here");
        }
        return exchange -> {
            String host = HostNames.proved(exchange);
            return host != null && HostNames.inDomain(where, host);
        };
    }

    @Override
    public void register(Hooks hooks) {
        hooks.accessChecker(Position.MIDDLE, AccessCompatModule::check);
    }

    private static Verdict check(Exchange exchange) {
        if (exchange.settings(AccessRules.KEY).admits(exchange)) {
            return Verdict.OK;
        }
        String filename = exchange.resource().filename();
        String what = filename == null ? "uri " + exchange.resource().uri() : filename;
        exchange.log("access_compat").log(LogLevel.ERROR, "AH01797", "client denied by server configuration: " + what);
        return Verdict.status(403);
    }
}
