/**
 * From configuration files to one tree of directives: files included, conditionals decided, names resolved, modules
 * loaded. Nothing in the tree has been checked yet beyond the pairing of containers.
 * Depends on {@code text} and {@code match}; reads configuration files and nothing else.
 */
@NullMarked
package org.brood.conf.tree;

import org.jspecify.annotations.NullMarked;
