package org.brood.conf.read;

import java.util.List;
import java.util.Set;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.ModuleSpec;
import org.brood.conf.OverrideClass;
import org.brood.conf.Place;
import org.brood.conf.Vocabulary;

/** The text of {@code -L}: every directive with its module, what it is for and where it may stand, in httpd's layout. */
public final class DirectiveListing {
    private static final List<OverrideClass> ORDER = List.of(
            OverrideClass.AUTH_CONFIG,
            OverrideClass.LIMIT,
            OverrideClass.OPTIONS,
            OverrideClass.FILE_INFO,
            OverrideClass.INDEXES);

    private final StringBuilder out = new StringBuilder();

    private DirectiveListing() {}

    /** Each line ends in a newline. */
    public static String of(Vocabulary vocabulary) {
        DirectiveListing listing = new DirectiveListing();
        for (ModuleSpec module : vocabulary.present()) {
            for (DirectiveSpec spec : module.directives()) {
                listing.directive(spec, module);
            }
        }
        return listing.out.toString();
    }

    private void directive(DirectiveSpec spec, ModuleSpec module) {
        out.append(spec.openName()).append(" (").append(module.file()).append(")\n");
        if (!spec.help().isEmpty()) {
            out.append('\t').append(spec.help()).append('\n');
        }
        out.append("\tAllowed in *.conf ").append(where(spec.places()));
        if (spec.places().contains(Place.HTACCESS)) {
            out.append(" and in .htaccess\n\twhen AllowOverride ").append(when(spec.overrides()));
        }
        out.append('\n');
    }

    private static String where(Set<Place> places) {
        boolean outside = places.contains(Place.SERVER) || places.contains(Place.VIRTUAL_HOST);
        boolean inside = places.contains(Place.DIRECTORY);
        return outside && inside
                ? "anywhere"
                : (outside ? "only outside" : "only inside") + " <Directory>, <Files>, <Location>, or <If>";
    }

    private static String when(Set<OverrideClass> overrides) {
        if (overrides.containsAll(ORDER)) {
            return "isn't None";
        }
        return "includes "
                + String.join(
                        " or ",
                        ORDER.stream()
                                .filter(overrides::contains)
                                .map(OverrideClass::word)
                                .toList());
    }
}
