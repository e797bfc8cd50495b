package org.brood.modules.filters.filter;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.brood.api.Exchange;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.modules.filters.filter.SmartFilter.Effect;
import org.brood.modules.filters.filter.SmartFilter.Provider;
import org.brood.modules.text.Condition;
import org.brood.modules.text.Expressions;

/** The directives of mod_filter but FilterTrace. */
final class FilterDirectives {

    private FilterDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.anywhere(
                        OverrideClass.OPTIONS,
                        "FilterDeclare",
                        Arguments.ONE_OR_TWO,
                        "filter-name [type]",
                        "",
                        "filter-name [filter-type]",
                        use -> use.update(
                                FilterSettings.KEY,
                                settings -> settings.with(use.argument(0), new SmartFilter(List.of())))),
                DirectiveSpec.anywhere(
                        OverrideClass.OPTIONS,
                        "FilterProvider",
                        Arguments.THREE,
                        "filter-name provider-name expression",
                        "",
                        "filter-name provider-name match-expression",
                        FilterDirectives::provider),
                DirectiveSpec.anywhere(
                        OverrideClass.OPTIONS,
                        "FilterChain",
                        Arguments.EACH,
                        "[+=-@!]filter-name ...",
                        "",
                        "list of filter names with optional [+-=!@]",
                        use -> use.update(FilterSettings.KEY, settings -> settings.chained(use.argument(0)))),
                DirectiveSpec.anywhere(
                        OverrideClass.OPTIONS,
                        "FilterProtocol",
                        Arguments.TWO_OR_THREE,
                        "filter-name [provider-name] proto-flags",
                        "",
                        "filter-name [provider-name] protocol-args",
                        FilterDirectives::protocol),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "AddOutputFilterByType",
                        Arguments.ANY,
                        "filter[;filter...] media-type [media-type] ...",
                        "",
                        "output filter name followed by one or more content-types",
                        FilterDirectives::byType));
    }

    private static void provider(DirectiveUse use) throws ConfigurationException {
        Condition condition = Expressions.condition(use, use.argument(2), "Error parsing FilterProvider expression:");
        add(use, use.argument(0), use.argument(1), condition::test);
    }

    private static void add(DirectiveUse use, String name, String provider, Predicate<Exchange> applies) {
        use.update(FilterSettings.KEY, settings -> {
            SmartFilter before = settings.filters().getOrDefault(name, new SmartFilter(List.of()));
            return settings.with(name, before.with(new Provider(provider, applies, Set.of())));
        });
    }

    private static void byType(DirectiveUse use) throws ConfigurationException {
        if (use.arguments().size() < 2) {
            throw new ConfigurationException(null, "AddOutputFilterByType requires at least two arguments");
        }
        Set<String> types =
                Set.copyOf(use.arguments().subList(1, use.arguments().size()));
        for (String provider : use.argument(0).split(";")) {
            String name = "BYTYPE:" + provider;
            boolean chained = use.settings(FilterSettings.KEY).filters().containsKey(name);
            add(use, name, provider, exchange -> isOf(exchange, types));
            if (!chained) {
                use.update(FilterSettings.KEY, settings -> settings.chained(name));
            }
        }
    }

    private static boolean isOf(Exchange exchange, Set<String> types) {
        String type = exchange.response().contentType();
        return type != null && types.contains(type.split("[; \t]", 2)[0]);
    }

    private static void protocol(DirectiveUse use) throws ConfigurationException {
        String name = use.argument(0);
        SmartFilter filter = use.settings(FilterSettings.KEY).filters().get(name);
        if (filter == null) {
            throw new ConfigurationException(null, "FilterProtocol: No such filter");
        }
        if (use.arguments().size() == 2) {
            return; // httpd looks at a filter's own flags only where it is a proxy.
        }
        if (!filter.knows(use.argument(1))) {
            throw new ConfigurationException(null, "FilterProtocol: No such provider for this filter");
        }
        Set<Effect> effects = Effect.of(use.argument(2));
        use.update(FilterSettings.KEY, settings -> settings.with(name, filter.affecting(use.argument(1), effects)));
    }
}
