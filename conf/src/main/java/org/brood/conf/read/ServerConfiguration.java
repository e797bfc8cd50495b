package org.brood.conf.read;

import java.util.List;
import org.brood.conf.Vocabulary;

/**
 * A whole configuration, checked and merged. Immutable, safe for all threads.
 *
 * @param virtualHosts in the order of the file
 * @param serverRoot absolute
 * @param vocabulary the modules and directives that were in force, for {@code -M}, {@code -L} and {@code .htaccess}
 */
public record ServerConfiguration(
        VirtualHostConfiguration main,
        List<VirtualHostConfiguration> virtualHosts,
        String serverRoot,
        Vocabulary vocabulary) {

    public ServerConfiguration {
        virtualHosts = List.copyOf(virtualHosts);
    }
}
