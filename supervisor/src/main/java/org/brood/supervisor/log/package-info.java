/**
 * The error log as the parent writes it: httpd's line, httpd's levels, one write per line.
 * Lines go to a descriptor that is inherited by the children, or to the console before the server is up.
 * Depends on posix alone.
 */
@NullMarked
package org.brood.supervisor.log;

import org.jspecify.annotations.NullMarked;
