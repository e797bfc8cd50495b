/**
 * The program: main of the parent, main of a child, and the one place that wires concrete types together.
 * {@link org.brood.launcher.BuiltInModules} is the list of what is built in; everything else is told by constructors.
 * May depend on everything; nothing depends on it but the distribution.
 */
@NullMarked
package org.brood.launcher;

import org.jspecify.annotations.NullMarked;
