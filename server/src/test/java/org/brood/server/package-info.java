/** The server's side of a child over real sockets, with core alone: configurations, request bytes and expected answers. */
@NullMarked
package org.brood.server;

import org.jspecify.annotations.NullMarked;
