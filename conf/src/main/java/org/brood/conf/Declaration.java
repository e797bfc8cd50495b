package org.brood.conf;

/** A directive together with the module that declares it. */
public record Declaration(ModuleSpec module, DirectiveSpec spec) {}
