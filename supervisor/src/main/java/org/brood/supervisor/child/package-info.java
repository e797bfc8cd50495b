/**
 * One child process, seen from both sides: how the parent starts it and follows it, and what it does first inside.
 * The parent holds a {@link org.brood.supervisor.child.Child}; the process itself begins in {@link org.brood.supervisor.child.Inheritance}.
 * Depends on handover, listen, posix and mpm's spi.
 */
@NullMarked
package org.brood.supervisor.child;

import org.jspecify.annotations.NullMarked;
