/**
 * Micro-benchmarks of the pieces that a request passes, and the check that holds them to {@code bench/thresholds.txt}.
 * They depend on the pieces they measure and on JMH; nothing depends on them.
 * Run by {@code mvn -Pjmh -pl bench -am verify}, never by the ordinary tests.
 */
@NullMarked
package org.brood.bench.jmh;

import org.jspecify.annotations.NullMarked;
