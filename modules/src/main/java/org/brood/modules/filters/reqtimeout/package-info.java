/**
 * mod_reqtimeout: how long a client may take to send its request; the connection itself keeps the limits.
 * Directive: RequestReadTimeout.
 * Depends on api and conf.
 */
@NullMarked
package org.brood.modules.filters.reqtimeout;

import org.jspecify.annotations.NullMarked;
