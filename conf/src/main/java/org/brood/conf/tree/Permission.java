package org.brood.conf.tree;

import org.brood.conf.DirectiveSpec;
import org.brood.conf.Place;

/** Whether directives may stand where they are being read. */
@FunctionalInterface
public interface Permission {
    /** The server's own files, where httpd lets everything act while reading that may stand outside containers. */
    Permission SERVER_FILES =
            spec -> spec.places().contains(Place.SERVER) || spec.places().contains(Place.VIRTUAL_HOST);

    /** Inside sections of the server's own files. */
    Permission SECTIONS = spec -> spec.places().contains(Place.DIRECTORY);

    boolean allows(DirectiveSpec spec);
}
