/**
 * What a Multi-Processing Module is, seen from both sides: the connection it runs and the child it runs in.
 * This package fits on a screen on purpose; a further MPM is one package that implements {@link org.brood.mpm.spi.Mpm}.
 * Depends on posix (descriptors), scoreboard (rows) and conf (directives); knows nothing of HTTP.
 */
@NullMarked
package org.brood.mpm.spi;

import org.jspecify.annotations.NullMarked;
