package org.brood.conf.read;

import java.util.List;
import org.brood.conf.Settings;
import org.brood.conf.SourceLine;
import org.brood.conf.section.Sections;

/**
 * A virtual host, or the main server.
 *
 * @param addresses empty for the main server
 * @param names its own, nothing is inherited
 * @param settings server settings, its own laid over the main server's
 * @param own server settings that stand in this host itself
 * @param sections the main server's and its own
 * @param source the line of {@code <VirtualHost>}; for the main server the first line of its file
 */
public record VirtualHostConfiguration(
        List<VirtualHostAddress> addresses,
        ServerNames names,
        Settings settings,
        Settings own,
        Sections sections,
        SourceLine source) {

    public VirtualHostConfiguration {
        addresses = List.copyOf(addresses);
    }
}
