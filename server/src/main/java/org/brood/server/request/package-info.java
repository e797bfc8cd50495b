/**
 * One request and its answer: the exchange with its parts, and the phases that run over it.
 * What an answer was computed from is noted on the way, so that it can be remembered.
 * Depends on api, conf and protocol; knows neither sockets nor MPMs.
 */
@NullMarked
package org.brood.server.request;

import org.jspecify.annotations.NullMarked;
