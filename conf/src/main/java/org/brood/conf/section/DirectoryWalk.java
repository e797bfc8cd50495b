package org.brood.conf.section;

import org.brood.conf.Settings;

/**
 * One request's way from the root down to its directory. Call {@link #enter} for each directory, {@link #overlay} with the
 * {@code .htaccess} found there, {@link #finish} at the end; {@link #settings} tells after each step what holds so far, so
 * that the caller knows whether links may be followed and which overrides are allowed. Belongs to one thread.
 */
public final class DirectoryWalk {
    private final Sections sections;
    private Settings settings;
    private int next;

    DirectoryWalk(Sections sections, Settings base) {
        this.sections = sections;
        this.settings = base;
    }

    /** What holds so far. */
    public Settings settings() {
        return settings;
    }

    /** @param directory with a slash at the end; the root first, then each one further down */
    public Settings enter(String directory) {
        int depth = depth(directory);
        while (next < sections.plainCount() && sections.componentsOf(next) <= depth) {
            Section section = sections.plainAt(next);
            boolean here = sections.componentsOf(next) == depth || sections.componentsOf(next) == 0;
            if (here && section.matches(directory, NamedCaptures.IGNORED)) {
                settings = settings.overlaidBy(section.settings());
            }
            next++;
        }
        return settings;
    }

    /** Lays what an {@code .htaccess} file says over the settings so far. */
    public Settings overlay(Settings htaccess) {
        settings = settings.overlaidBy(htaccess);
        return settings;
    }

    /** Applies the sections with regular expressions; {@code path} is what the request was mapped to. */
    public Settings finish(String path, NamedCaptures captures) {
        for (Section section : sections.regexDirectories()) {
            if (section.matches(path, captures)) {
                settings = settings.overlaidBy(section.settings());
            }
        }
        return settings;
    }

    private static int depth(String directory) {
        int slashes = 0;
        for (int i = 0; i < directory.length(); i++) {
            slashes += directory.charAt(i) == '/' ? 1 : 0;
        }
        return slashes;
    }
}
