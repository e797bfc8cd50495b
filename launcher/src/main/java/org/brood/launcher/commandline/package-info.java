/**
 * httpd's command line: its options, its words, its exit codes.
 * Pure functions from arguments to a request; nothing is read or started here.
 * Depends on nothing.
 */
@NullMarked
package org.brood.launcher.commandline;

import org.jspecify.annotations.NullMarked;
