/**
 * Clients: throughput load by wrk or by a small generator of our own, connections that idle, readers that dawdle, and a probe
 * that checks answers. Knows no server; depends on the package stats alone. All traffic stays on 127.0.0.0/8.
 */
@NullMarked
package org.brood.bench.load;

import org.jspecify.annotations.NullMarked;
