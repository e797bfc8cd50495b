package org.brood.conf.section;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.Settings;
import org.brood.conf.SettingsKey;

/**
 * All sections of one virtual host (the main server's first, then its own), ready for requests.
 *
 * <p>httpd's order, each laid over what came before:
 *
 * <ol>
 *   <li>{@link #defaults()}: what stands outside every section;
 *   <li>{@link #walk}: for each directory from the root down, first its plain {@code <Directory>} sections (those of equal
 *       depth in the order of the file), then its {@code .htaccess}; when all are done, {@code <DirectoryMatch>} and
 *       {@code <Directory ~>};
 *   <li>{@link #files}: {@code <Files>} and {@code <FilesMatch>}, those outside directories first, in the order in which the
 *       directories were laid;
 *   <li>{@link #location}: {@code <Location>} and {@code <LocationMatch>} in the order of the file;
 *   <li>the {@code <If>} chains gathered on the way, see {@link Conditions}.
 * </ol>
 *
 * <p>Files and conditions live inside the settings of the place that holds them, so they merge like everything else.
 */
public final class Sections {
    /** {@code <Directory>} and {@code <DirectoryMatch>} of a server. */
    public static final SettingsKey<List<Section>> DIRECTORIES =
            SettingsKey.server("core:directories", List.of(), Sections::joined);

    /** {@code <Location>} and {@code <LocationMatch>} of a server. */
    public static final SettingsKey<List<Section>> LOCATIONS =
            SettingsKey.server("core:locations", List.of(), Sections::joined);

    /** {@code <Files>} and {@code <FilesMatch>} of a place. */
    public static final SettingsKey<List<Section>> FILES =
            SettingsKey.directory("core:files", List.of(), Sections::joined);

    private final Settings defaults;
    private final Section[] plain;
    private final int[] components;
    private final Section[] regex;
    private final Section[] locations;

    /**
     * @param server the host's settings, merged over the main server's
     * @param defaults the directory settings outside every section, likewise merged
     */
    public Sections(Settings server, Settings defaults) {
        this.defaults = defaults;
        List<Section> directories = server.get(DIRECTORIES);
        List<Section> plainOnes = new ArrayList<>();
        List<Section> regexOnes = new ArrayList<>();
        for (Section section : directories) {
            (section.isRegex() ? regexOnes : plainOnes).add(section);
        }
        this.plain = plainOnes.toArray(new Section[0]);
        this.regex = regexOnes.toArray(new Section[0]);
        this.components = new int[plain.length];
        sortByDepth();
        this.locations = server.get(LOCATIONS).toArray(new Section[0]);
    }

    /** Stable; written out because a child does this before it may serve, where a comparator costs more than the sort. */
    private void sortByDepth() {
        for (int i = 0; i < plain.length; i++) {
            Section section = plain[i];
            int depth = section.components();
            int place = i;
            while (place > 0 && components[place - 1] > depth) {
                plain[place] = plain[place - 1];
                components[place] = components[place - 1];
                place--;
            }
            plain[place] = section;
            components[place] = depth;
        }
    }

    /** Two lists, the outer one first: how sections of one kind merge. */
    public static <T> List<T> joined(List<T> outer, List<T> inner) {
        List<T> all = new ArrayList<>(outer);
        all.addAll(inner);
        return List.copyOf(all);
    }

    /** A section more at the end of a list. */
    public static <T> List<T> with(List<T> sections, T section) {
        return joined(sections, List.of(section));
    }

    /** Directory settings outside every section: where each request begins. */
    public Settings defaults() {
        return defaults;
    }

    /** Begins a walk down to a directory; {@code base} is usually {@link #defaults()}. */
    public DirectoryWalk walk(Settings base) {
        return new DirectoryWalk(this, base);
    }

    /** The whole walk where no {@code .htaccess} is looked for; {@code directory} is absolute and ends in a slash. */
    public Settings directory(Settings base, String directory, NamedCaptures captures) {
        DirectoryWalk walk = walk(base);
        for (int slash = 0; slash >= 0; slash = directory.indexOf('/', slash + 1)) {
            walk.enter(directory.substring(0, slash + 1));
        }
        return walk.finish(directory, captures);
    }

    /** As {@link #location(Settings, String, String, NamedCaptures)} for a path without repeated slashes. */
    public Settings location(Settings base, String uri, NamedCaptures captures) {
        return location(base, uri, uri, captures);
    }

    /**
     * @param uri the path of the URI, decoded, which regular expressions see
     * @param merged the same with repeated slashes merged, which all others see whatever MergeSlashes says
     */
    public Settings location(Settings base, String uri, String merged, NamedCaptures captures) {
        Settings settings = base;
        for (Section section : locations) {
            if (section.matches(section.isRegex() ? uri : merged, captures)) {
                settings = settings.overlaidBy(section.settings());
            }
        }
        return settings;
    }

    public boolean hasLocations() {
        return locations.length > 0;
    }

    /** @param name the last part of the file name */
    public static Settings files(Settings base, String name, NamedCaptures captures) {
        List<Section> files = base.get(FILES);
        Settings settings = base;
        for (int i = 0; i < files.size(); i++) {
            Section section = files.get(i);
            if (section.matches(name, captures)) {
                settings = settings.overlaidBy(section.settings());
            }
        }
        return settings;
    }

    int plainCount() {
        return plain.length;
    }

    int componentsOf(int index) {
        return components[index];
    }

    Section plainAt(int index) {
        return plain[index];
    }

    Section[] regexDirectories() {
        return regex;
    }
}
