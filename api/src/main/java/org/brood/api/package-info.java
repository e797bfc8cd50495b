/**
 * All that a module's author may see: what a module declares, the phases it hooks into, and the exchange it works on.
 * A handler is plain blocking Java; nothing here tells which MPM lends the thread.
 * Depends on conf (directives, settings) and protocol (HTTP's words).
 */
@NullMarked
package org.brood.api;

import org.jspecify.annotations.NullMarked;
