/**
 * How long a client may take to send its request: mod_reqtimeout's settings, kept by the connection that reads.
 * Depends on conf.
 */
@NullMarked
package org.brood.api.timeout;

import org.jspecify.annotations.NullMarked;
