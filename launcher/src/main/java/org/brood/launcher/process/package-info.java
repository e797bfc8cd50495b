/**
 * The ways in which the program runs: as a parent in the foreground or in the background, as a child, as one process, or
 * for a moment to send a signal to the parent that runs.
 * Depends on supervisor, server and posix.
 */
@NullMarked
package org.brood.launcher.process;

import org.jspecify.annotations.NullMarked;
