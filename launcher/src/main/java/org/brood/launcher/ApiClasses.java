package org.brood.launcher;

import org.brood.api.Module;

/**
 * What a module from a jar sees of the server: the packages that its API is written in. The rest is not there for it, so it can
 * change without breaking a module, and no module reaches into a request that is not its own.
 */
final class ApiClasses extends ClassLoader {
    private static final String OURS = "org.brood.";

    ApiClasses() {
        super("brood-api", Module.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        boolean hidden = name.startsWith(OURS)
                && !name.startsWith("org.brood.api.")
                && !name.startsWith("org.brood.conf.")
                && !name.startsWith("org.brood.protocol.");
        if (hidden) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }
}
