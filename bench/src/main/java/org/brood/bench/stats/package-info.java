/**
 * Numbers made of samples: medians with their ranges, and a latency histogram. Pure values that depend on nothing.
 */
@NullMarked
package org.brood.bench.stats;

import org.jspecify.annotations.NullMarked;
