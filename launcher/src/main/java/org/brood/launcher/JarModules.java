package org.brood.launcher;

import java.io.IOException;
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
import java.util.zip.ZipFile;
import org.brood.api.Module;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ModuleLoader;
import org.brood.conf.ModuleSpec;

/**
 * Modules from outside: {@code LoadModule hello_module path/to/hello.jar}. The jar names its class in {@code
 * META-INF/services/org.brood.api.Module}. Each jar has a class loader of its own, new at each reading of the configuration, and
 * sees the JDK, the server's API and nothing of the other jars: a restart runs the jar as it is then.
 */
final class JarModules implements ModuleLoader {
    private static final String SERVICE = "META-INF/services/org.brood.api.Module";

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
        checkFile(jar);
        List<String> names = new ArrayList<>();
        try {
            for (Module module : ServiceLoader.load(Module.class, classLoader(jar))) {
                if (module.name().equals(identifier)) {
                    return module;
                }
                names.add(module.name());
            }
        } catch (ServiceConfigurationError | LinkageError unfit) {
            throw new ConfigurationException(null, "its module cannot be made: " + reason(unfit));
        }
        throw new ConfigurationException(
                null,
                "Can't locate API module structure `" + identifier + "' in it; it holds " + String.join(", ", names));
    }

    private static void checkFile(Path jar) throws ConfigurationException {
        if (!Files.exists(jar)) {
            throw new ConfigurationException(null, "cannot open shared object file: No such file or directory");
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry(SERVICE) == null) {
                throw new ConfigurationException(null, "it holds no module: " + SERVICE + " is not in it");
            }
        } catch (IOException e) {
            throw new ConfigurationException(null, "cannot be read as a jar: " + e.getMessage());
        }
    }

    /** The first cause that says something: what ServiceLoader wraps is what the author must know. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ServiceConfigurationError ? String.valueOf(cause.getMessage()) : cause.toString();
    }

    /** Stays open: a module may load classes whenever it likes. */
    private static URLClassLoader classLoader(Path jar) {
        try {
            return new URLClassLoader(
                    jar.getFileName().toString(), new URL[] {jar.toUri().toURL()}, new ApiClasses());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Module> loaded() {
        return List.copyOf(modules.values());
    }
}
