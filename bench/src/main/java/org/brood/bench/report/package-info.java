/**
 * What was measured, and how it is shown: a table for the terminal, JSON for programs, a page with charts for people.
 * Knows neither servers nor loads, only their names; depends on the package stats alone.
 */
@NullMarked
package org.brood.bench.report;

import org.jspecify.annotations.NullMarked;
