package org.brood.conf;

import java.nio.file.Path;

/** Loads a module that is not built in: {@code LoadModule hello_module path/to/hello.jar}. */
@FunctionalInterface
public interface ModuleLoader {
    /** Knows no modules but the built-in ones. */
    ModuleLoader NONE = (identifier, jar) -> {
        throw new ConfigurationException(null, "modules outside the server cannot be loaded here");
    };

    /**
     * @param identifier the first argument of LoadModule
     * @param jar its second argument, absolute
     * @throws ConfigurationException saying what is wrong with the file or the module in it
     */
    ModuleSpec load(String identifier, Path jar) throws ConfigurationException;
}
