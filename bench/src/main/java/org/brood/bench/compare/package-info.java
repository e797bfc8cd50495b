/**
 * The comparison itself: chooses servers and workloads, runs rounds in turn, checks answers, collects figures, cleans up.
 * The only package of the comparison that sees all the others.
 */
@NullMarked
package org.brood.bench.compare;

import org.jspecify.annotations.NullMarked;
