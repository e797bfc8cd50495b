package org.brood.conf.read;

import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.tree.Permission;

/** What happens to directives that are unknown or not allowed: always an error, but for {@code AllowOverride Nonfatal}. */
interface Strictness {
    /** The server's own files. */
    Strictness SERVER_FILES = new Strictness() {};

    /** What an {@code .htaccess} file may hold. */
    default Permission permission() {
        return spec -> false;
    }

    /** Returns if the directive is to be passed over. */
    default void unknown(String lowerName, String name) throws ConfigurationException {
        throw new ConfigurationException(
                null,
                "Invalid command '" + name
                        + "', perhaps misspelled or defined by a module not included in the server configuration");
    }

    /** False if the directive is to be passed over. */
    default boolean forbidden(String name, String message) throws ConfigurationException {
        throw new ConfigurationException(null, message);
    }

    /** A last check of an allowed directive. */
    default void check(DirectiveSpec spec, String arguments) throws ConfigurationException {}
}
