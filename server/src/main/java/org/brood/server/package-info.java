/**
 * The inside of a child: connections, the phases of a request, remembered answers and httpd's core module.
 * {@link org.brood.server.ServerChild} is the door: it turns a configuration into a connection factory for an MPM.
 * Depends on api, protocol, conf, mpm's spi, scoreboard and posix; never on a module or a concrete MPM.
 */
@NullMarked
package org.brood.server;

import org.jspecify.annotations.NullMarked;
