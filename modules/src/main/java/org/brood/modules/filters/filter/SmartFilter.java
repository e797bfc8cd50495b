package org.brood.modules.filters.filter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.brood.api.Exchange;
import org.brood.api.Headers;

/** A filter that is one of several, or none: the first provider whose condition holds. The latest declared is asked first. */
record SmartFilter(List<Provider> providers) {

    SmartFilter {
        providers = List.copyOf(providers);
    }

    /** @param name of the output filter that does the work */
    record Provider(String name, Predicate<Exchange> applies, Set<Effect> effects) {
        Provider {
            effects = Set.copyOf(effects);
        }
    }

    /** What FilterProtocol says that a provider does to an answer. */
    enum Effect {
        CHANGES_CONTENT,
        CHANGES_LENGTH,
        NO_RANGES,
        NO_CACHE;

        /** The effects that {@code change=yes;byteranges=no} names; words that are about proxies mean nothing here. */
        static Set<Effect> of(String words) {
            Set<Effect> effects = EnumSet.noneOf(Effect.class);
            for (String word : words.split("[;, \t]+")) {
                switch (word.toLowerCase(java.util.Locale.ROOT)) {
                    case "change=yes" -> effects.addAll(Set.of(CHANGES_CONTENT, CHANGES_LENGTH));
                    case "change=no" -> effects.removeAll(Set.of(CHANGES_CONTENT, CHANGES_LENGTH));
                    case "change=1:1" -> effects.add(CHANGES_CONTENT);
                    case "byteranges=no" -> effects.add(NO_RANGES);
                    case "cache=no" -> effects.add(NO_CACHE);
                    default -> {}
                }
            }
            return effects;
        }

        void apply(Headers headers) {
            switch (this) {
                case CHANGES_CONTENT -> {
                    headers.remove("Content-MD5");
                    headers.remove("ETag");
                }
                case CHANGES_LENGTH -> headers.remove("Content-Length");
                case NO_RANGES -> headers.set("Accept-Ranges", "none");
                case NO_CACHE -> {
                    headers.remove("Last-Modified");
                    headers.add("Cache-Control", "no-cache");
                }
            }
        }
    }

    SmartFilter with(Provider provider) {
        List<Provider> changed = new ArrayList<>(providers);
        changed.addFirst(provider);
        return new SmartFilter(changed);
    }

    boolean knows(String provider) {
        return providers.stream().anyMatch(known -> known.name.equalsIgnoreCase(provider));
    }

    /** The same filter with other effects of one of its providers. */
    SmartFilter affecting(String provider, Set<Effect> effects) {
        return new SmartFilter(providers.stream()
                .map(known -> known.name.equalsIgnoreCase(provider)
                        ? new Provider(known.name, known.applies, effects)
                        : known)
                .toList());
    }
}
