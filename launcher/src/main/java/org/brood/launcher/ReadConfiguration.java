package org.brood.launcher;

import java.util.List;
import org.brood.api.Module;
import org.brood.conf.read.ResolvedConfiguration;
import org.brood.conf.read.ServerConfiguration;
import org.brood.mpm.spi.Mpm;

/**
 * A configuration that has been read and checked.
 *
 * @param resolved what goes to the children
 * @param server what it means
 * @param mpm the one MPM it picks
 * @param modules all that are in force, in the order in which their hooks are registered
 */
public record ReadConfiguration(
        ResolvedConfiguration resolved, ServerConfiguration server, Mpm mpm, List<Module> modules) {

    public ReadConfiguration {
        modules = List.copyOf(modules);
    }
}
