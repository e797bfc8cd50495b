package org.brood.modules.aaa.access_compat;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.conf.MethodLimit;
import org.brood.conf.SettingsKey;

/** The rules of one place. A place with any of these directives does not inherit those of the place around it. */
record AccessRules(List<Ordering> orderings, List<Source> allows, List<Source> denies) {
    static final SettingsKey<AccessRules> KEY = SettingsKey.directory(
            "access_compat", new AccessRules(List.of(), List.of(), List.of()), (outer, inner) -> inner);

    /** What decides when both or neither speak of a request. */
    enum Order {
        DENY_ALLOW,
        ALLOW_DENY,
        MUTUAL_FAILURE
    }

    record Ordering(Order order, MethodLimit methods) {}

    /** Where requests come from. */
    record Source(Origin origin, MethodLimit methods) {}

    /** Whether a request comes from there. */
    interface Origin {
        boolean matches(Exchange exchange);
    }

    AccessRules withOrder(Ordering last) {
        return new AccessRules(appended(orderings, last), allows, denies);
    }

    AccessRules withAllow(Source last) {
        return new AccessRules(orderings, appended(allows, last), denies);
    }

    AccessRules withDeny(Source last) {
        return new AccessRules(orderings, allows, appended(denies, last));
    }

    boolean admits(Exchange exchange) {
        String method = exchange.request().method();
        return switch (order(method)) {
            case ALLOW_DENY, MUTUAL_FAILURE -> any(allows, exchange, method) && !any(denies, exchange, method);
            case DENY_ALLOW -> !any(denies, exchange, method) || any(allows, exchange, method);
        };
    }

    private Order order(String method) {
        Order order = Order.DENY_ALLOW;
        for (Ordering ordering : orderings) {
            if (ordering.methods().includes(method)) {
                order = ordering.order();
            }
        }
        return order;
    }

    private static boolean any(List<Source> sources, Exchange exchange, String method) {
        for (Source source : sources) {
            if (source.methods().includes(method) && source.origin().matches(exchange)) {
                return true;
            }
        }
        return false;
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
