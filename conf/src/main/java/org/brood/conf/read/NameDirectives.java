package org.brood.conf.read;

import java.util.List;
import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.Place;
import org.brood.conf.match.Wildcard;

/** ServerName and ServerAlias: by what names a virtual host is found. */
final class NameDirectives {

    private NameDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.server(
                        "ServerName",
                        Arguments.ONE,
                        "[scheme://]name[:port]",
                        "",
                        "The hostname and port of the server",
                        NameDirectives::serverName),
                DirectiveSpec.server(
                        "ServerAlias",
                        Arguments.RAW,
                        "name [name] ...",
                        "",
                        "A name or names alternately used to access the server",
                        NameDirectives::serverAlias),
                DirectiveSpec.server(
                        "NameVirtualHost",
                        Arguments.ONE,
                        "address[:port]",
                        "",
                        "A numeric IP address:port, or the name of a host",
                        use -> use.warn(
                                "AH00548",
                                "NameVirtualHost has no effect and will be removed in the next release "
                                        + use.source())));
    }

    private static void serverName(DirectiveUse use) throws ConfigurationException {
        String argument = use.argument(0);
        if (Wildcard.isPattern(argument)) {
            throw new ConfigurationException(
                    null, "Invalid ServerName \"" + argument + "\" use ServerAlias to set multiple server names.");
        }
        int schemeEnd = argument.indexOf("://");
        String scheme = schemeEnd < 0 ? "" : argument.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
        String rest = schemeEnd < 0 ? argument : argument.substring(schemeEnd + 3);
        int colon = rest.indexOf(':');
        String name = colon < 0 ? rest : rest.substring(0, colon);
        int port = colon < 0 ? 0 : port(argument, rest.substring(colon + 1));
        use.update(ServerNames.KEY, names -> names.named(name, port, scheme.isEmpty() ? names.scheme() : scheme));
    }

    private static int port(String argument, String text) throws ConfigurationException {
        int port = 0;
        for (int i = 0; i < text.length() && Character.isDigit(text.charAt(i)) && port < 65536; i++) {
            port = port * 10 + Character.digit(text.charAt(i), 10);
        }
        if (port <= 0 || port >= 65536) {
            throw new ConfigurationException(
                    null, "The port number \"" + argument + "\" is outside the appropriate range (i.e., 1..65535).");
        }
        return port;
    }

    private static void serverAlias(DirectiveUse use) throws ConfigurationException {
        if (use.place() != Place.VIRTUAL_HOST) {
            throw new ConfigurationException(null, "ServerAlias only used in <VirtualHost>");
        }
        for (String alias : org.brood.conf.text.Words.of(use.argument(0))) {
            boolean wild = alias.indexOf('*') >= 0 || alias.indexOf('?') >= 0;
            use.update(ServerNames.KEY, names -> wild ? names.withWildAlias(alias) : names.withAlias(alias));
        }
    }
}
