/**
 * The board in shared memory that all children write and the parent and mod_status read: layout, writer, reader, snapshot.
 * A row has one writer at a time and readers never stop it; readers get snapshots and never trust a number in them.
 * Depends on posix for the mapping alone.
 */
@NullMarked
package org.brood.scoreboard;

import org.jspecify.annotations.NullMarked;
