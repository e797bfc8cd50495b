package org.brood.modules.filters.filter;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;

/**
 * mod_filter. The chain of a place is walked when the answer is ready, so its type is known: each filter becomes the provider
 * whose condition holds, or nothing. Answers other than 200 pass as they are, unless {@code filter-errordocs} is set.
 */
public final class FilterModule implements Module {

    @Override
    public String name() {
        return "filter_module";
    }

    @Override
    public String source() {
        return "mod_filter.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return FilterDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.beforeResponse(Position.LAST, FilterModule::choose);
    }

    private static Verdict choose(Exchange exchange) {
        FilterSettings settings = exchange.settings(FilterSettings.KEY);
        if (settings.chain().isEmpty() || !filtered(exchange)) {
            return Verdict.DECLINED;
        }
        List<String> names = new ArrayList<>(exchange.resource().outputFilters());
        for (String name : settings.chain()) {
            SmartFilter filter = settings.filters().get(name);
            if (filter == null) {
                exchange.log("filter").log(LogLevel.WARN, "AH01380", "Unknown filter " + name + " not added");
            } else {
                choose(filter, exchange, names);
            }
        }
        exchange.resource().outputFilters(names);
        return Verdict.DECLINED;
    }

    private static boolean filtered(Exchange exchange) {
        return exchange.response().status() == 200 || exchange.environment().get("filter-errordocs") != null;
    }

    private static void choose(SmartFilter filter, Exchange exchange, List<String> names) {
        for (SmartFilter.Provider provider : filter.providers()) {
            if (provider.applies().test(exchange)) {
                provider.effects()
                        .forEach(effect -> effect.apply(exchange.response().headers()));
                names.add(provider.name());
                return;
            }
        }
    }
}
