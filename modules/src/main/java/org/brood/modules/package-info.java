/**
 * The modules that are built in, each in a package of its own under httpd's category.
 * This package only lists them.
 * Depends on api, conf, and the scoreboard for mod_status.
 */
@NullMarked
package org.brood.modules;

import org.jspecify.annotations.NullMarked;
