package org.brood.conf.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.Vocabulary;
import org.brood.conf.text.Defines;

/** All that changes while one configuration is read. Belongs to the reading thread. */
final class Reading {
    private final ReaderOptions options;
    private final Vocabulary vocabulary;
    private final Defines defines;
    private final List<IncludedFile> included = new ArrayList<>();
    private final List<LoadedModule> loaded = new ArrayList<>();
    private final Macros macros = new Macros();
    private final boolean htaccess;
    private Path serverRoot;
    private int includeDepth;

    Reading(ReaderOptions options, Vocabulary vocabulary, Defines defines, boolean htaccess) {
        this.options = options;
        this.vocabulary = vocabulary;
        this.defines = defines;
        this.htaccess = htaccess;
        this.serverRoot = options.serverRoot();
    }

    ReaderOptions options() {
        return options;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Defines defines() {
        return defines;
    }

    /** Whether an {@code .htaccess} file is read, which must not change what others see. */
    boolean isHtaccess() {
        return htaccess;
    }

    Macros macros() {
        return macros;
    }

    List<IncludedFile> included() {
        return included;
    }

    List<LoadedModule> loaded() {
        return loaded;
    }

    Path serverRoot() {
        return serverRoot;
    }

    void serverRoot(Path root) {
        serverRoot = root;
    }

    Path serverRelative(String file) {
        return serverRoot.resolve(file).normalize();
    }

    int includeDepth() {
        return includeDepth;
    }

    void includeDepth(int depth) {
        includeDepth = depth;
    }

    String resolved(String line) {
        return defines.resolve(
                line, name -> options.warnings().warn("AH00111", "Config variable ${" + name + "} is not defined"));
    }
}
