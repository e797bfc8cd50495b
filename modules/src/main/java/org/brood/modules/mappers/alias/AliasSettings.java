package org.brood.modules.mappers.alias;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/** The settings of mod_alias: lists per server, and what stands in sections. Inner lines come before outer ones. */
final class AliasSettings {
    static final SettingsKey<Lists> SERVER =
            SettingsKey.server("alias-lists", new Lists(List.of(), List.of()), Lists::overlay);
    static final SettingsKey<Place> DIRECTORY =
            SettingsKey.directory("alias", new Place(List.of(), null, null, null, null), Place::overlay);

    private AliasSettings() {}

    record Lists(List<Mapping> aliases, List<Mapping> redirects) {

        Lists withAlias(Mapping alias) {
            return new Lists(appended(aliases, alias), redirects);
        }

        Lists withRedirect(Mapping redirect) {
            return new Lists(aliases, appended(redirects, redirect));
        }

        private static Lists overlay(Lists outer, Lists inner) {
            return new Lists(joined(inner.aliases, outer.aliases), joined(inner.redirects, outer.redirects));
        }
    }

    /**
     * @param alias the one-argument Alias of a Location
     * @param redirect the Redirect of a Location without a path of its own
     */
    record Place(
            List<Mapping> redirects,
            @Nullable OwnTarget alias,
            @Nullable OwnTarget redirect,
            @Nullable Boolean relative,
            @Nullable Boolean preservePath) {

        Place withRedirect(Mapping added) {
            return new Place(appended(redirects, added), alias, redirect, relative, preservePath);
        }

        Place withOwnAlias(OwnTarget own) {
            return new Place(redirects, own, redirect, relative, preservePath);
        }

        Place withOwnRedirect(OwnTarget own) {
            return new Place(redirects, alias, own, relative, preservePath);
        }

        Place withRelative(boolean on) {
            return new Place(redirects, alias, redirect, on, preservePath);
        }

        Place withPreservePath(boolean on) {
            return new Place(redirects, alias, redirect, relative, on);
        }

        private static Place overlay(Place outer, Place inner) {
            return new Place(
                    joined(inner.redirects, outer.redirects),
                    inner.alias == null ? outer.alias : inner.alias,
                    inner.redirect == null ? outer.redirect : inner.redirect,
                    inner.relative == null ? outer.relative : inner.relative,
                    inner.preservePath == null ? outer.preservePath : inner.preservePath);
        }
    }

    private static List<Mapping> appended(List<Mapping> list, Mapping last) {
        List<Mapping> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }

    private static List<Mapping> joined(List<Mapping> first, List<Mapping> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<Mapping> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
