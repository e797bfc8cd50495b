/**
 * The servers that are compared: how each is configured at its best for the work, started, signalled and stopped, and the
 * site they all serve. Knows the servers' programs and configuration languages; depends on the package proc alone.
 */
@NullMarked
package org.brood.bench.server;

import org.jspecify.annotations.NullMarked;
