/**
 * The work that servers are compared at, as data: a new workload is a line in {@link org.brood.bench.workload.Catalogue}.
 * Depends on the descriptions of requests and of servers' sizes, not on how either is run.
 */
@NullMarked
package org.brood.bench.workload;

import org.jspecify.annotations.NullMarked;
