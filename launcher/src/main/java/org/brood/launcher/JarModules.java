package org.brood.launcher;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.brood.api.Module;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ModuleLoader;
import org.brood.conf.ModuleSpec;

/**
 * Modules from outside: {@code LoadModule hello_module path/to/hello.jar}. The jar names its class in {@code
 * META-INF/services/org.brood.api.Module} and sees the server's API and nothing of the other jars. One instance for each
 * reading of the configuration.
 */
final class JarModules implements ModuleLoader {
    private final Map<String, Module> modules = new LinkedHashMap<>();

    @Override
    public ModuleSpec load(String identifier, Path jar) throws ConfigurationException {
        Module module = modules.get(identifier);
        if (module == null) {
            module = find(identifier, jar);
            modules.put(identifier, module);
        }
        return new ModuleSpec(module.source(), module.name(), false, module.directives());
    }

    private static Module find(String identifier, Path jar) throws ConfigurationException {
        if (!Files.isReadable(jar)) {
            throw new ConfigurationException(null, "cannot open shared object file: No such file or directory");
        }
        List<String> names = new ArrayList<>();
        try {
            for (Module module : ServiceLoader.load(Module.class, classLoader(jar))) {
                if (module.name().equals(identifier)) {
                    return module;
                }
                names.add(module.name());
            }
        } catch (ServiceConfigurationError e) {
            throw new ConfigurationException(null, "its module cannot be made: " + e.getMessage());
        }
        throw new ConfigurationException(
                null, "Can't locate API module structure `" + identifier + "' in it; it holds " + names);
    }

    /** Stays open: a module may load classes whenever it likes. */
    private static URLClassLoader classLoader(Path jar) {
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Module.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Module> loaded() {
        return List.copyOf(modules.values());
    }
}
