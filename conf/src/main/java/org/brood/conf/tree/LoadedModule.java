package org.brood.conf.tree;

/**
 * A use of LoadModule.
 *
 * @param jar the absolute path of a module from outside the server, empty for a built-in one
 */
public record LoadedModule(String identifier, String jar) {}
