/**
 * The words of HTTP that every version shares: methods, statuses, field names, dates, entity tags, ranges, request paths.
 * Each class is a grammar over bytes or text, with no state between calls.
 * It depends on nothing but the JDK, and touches no socket, thread, clock or file.
 */
@NullMarked
package org.brood.protocol.http;

import org.jspecify.annotations.NullMarked;
