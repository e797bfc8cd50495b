package org.brood.api;

import java.util.List;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;

/**
 * A module: a name, directives as data, and hooks into the phases of a request. One instance per process; it holds no
 * state that a request changes, except through thread-safe means of its own.
 *
 * <p>A module outside the tree is a jar whose {@code META-INF/services/org.brood.api.Module} names the class; {@code
 * LoadModule hello_module path/to/hello.jar} loads it.
 */
public interface Module {

    /** The identifier that LoadModule and {@code <IfModule>} use, such as {@code dir_module}. */
    String name();

    /** The file name that {@code -l} and {@code <IfModule>} use, such as {@code mod_dir.c}. */
    String source();

    /**
     * Whether several threads may run it at once. One that says no is refused by every MPM but prefork, by name, when the
     * server starts.
     */
    default boolean threadSafe() {
        return true;
    }

    /**
     * Whether all that its hooks do to an exchange follows from what they read through the exchange (see {@link
     * Exchange#files} and {@link Exchange#neverReplay}). Answers that only such modules worked on may be remembered and given
     * again without running the hooks. Handlers found by name do not count while they are not called.
     */
    default boolean replayable() {
        return false;
    }

    default List<DirectiveSpec> directives() {
        return List.of();
    }

    /**
     * The logs that this module will write for one virtual host or for the main server: absolute file names, or {@code
     * |command} as CustomLog has it. The parent opens each once, before it gives up its rights.
     *
     * @param server settings per server, merged
     */
    default List<String> logs(Settings server) {
        return List.of();
    }

    /**
     * Whether its log-transaction hooks have anything to do in a virtual host with these settings. Where no module's have, a
     * remembered answer is given again without making an exchange.
     *
     * @param server settings per server, merged
     */
    default boolean logsRequests(Settings server) {
        return true;
    }

    /** Puts this module's hooks into the phases; called once for each configuration, before the first request. */
    void register(Hooks hooks);
}
