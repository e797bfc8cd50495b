package org.brood.modules.mappers.rewrite;

import java.util.List;
import java.util.Map;
import org.brood.api.Exchange;
import org.brood.modules.text.Escapes;
import org.jspecify.annotations.Nullable;

/** Absolute URLs as mod_rewrite knows them. */
final class Url {
    /** Schemes, and whether a query makes sense with them. */
    private static final Map<String, Boolean> SCHEMES = Map.ofEntries(
            Map.entry("ajp://", true),
            Map.entry("balancer://", true),
            Map.entry("ftp://", false),
            Map.entry("fcgi://", true),
            Map.entry("gopher://", false),
            Map.entry("http://", true),
            Map.entry("https://", true),
            Map.entry("h2://", true),
            Map.entry("h2c://", true),
            Map.entry("ldap://", false),
            Map.entry("mailto:", true),
            Map.entry("news:", false),
            Map.entry("nntp://", false),
            Map.entry("scgi://", true),
            Map.entry("ws://", true),
            Map.entry("wss://", true),
            Map.entry("unix:", true));

    private static final List<String> NAMES = List.copyOf(SCHEMES.keySet());

    private Url() {}

    private static @Nullable String scheme(String url) {
        if (url.startsWith("/")) {
            return null;
        }
        for (String name : NAMES) {
            if (url.length() > 5 && url.regionMatches(true, 0, name, 0, name.length())) {
                return name;
            }
        }
        return null;
    }

    static boolean isAbsolute(String text) {
        return scheme(text) != null;
    }

    /** The length of the scheme with its slashes; 0 for a path. */
    static int schemeLength(String text) {
        String scheme = scheme(text);
        return scheme == null ? 0 : scheme.length();
    }

    static boolean hasQuery(String url) {
        String scheme = scheme(url);
        return scheme == null || Boolean.TRUE.equals(SCHEMES.get(scheme));
    }

    /** A path of this server as an absolute URL; an absolute one stays. */
    static String qualified(Exchange exchange, String text) {
        return isAbsolute(text) ? text : exchange.url(text.startsWith("/") ? text : "/" + text);
    }

    /** Escapes what stands behind scheme and host. */
    static String escaped(String url) {
        int scheme = schemeLength(url);
        int path = scheme;
        if (scheme > 0 && url.charAt(scheme - 1) == '/') {
            int slash = url.indexOf('/', scheme);
            path = slash < 0 ? url.length() : slash + 1;
        }
        return url.substring(0, path) + Escapes.path(url.substring(path));
    }

    /** The path of a URL that means this very host; null for others. */
    static @Nullable String ofThisServer(Exchange exchange, String url) {
        String scheme = exchange.scheme() + "://";
        if (url.length() <= scheme.length() || !url.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return null;
        }
        int slash = url.indexOf('/', scheme.length());
        String authority = url.substring(scheme.length(), slash < 0 ? url.length() : slash);
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int standard = exchange.scheme().equals("https") ? 443 : 80;
        String port = colon < 0 ? Integer.toString(standard) : authority.substring(colon + 1);
        boolean ours =
                (host.equalsIgnoreCase(exchange.virtualHost().name()) || host.equalsIgnoreCase(exchange.serverName()))
                        && port.equals(Integer.toString(exchange.serverPort()));
        if (!ours) {
            return null;
        }
        return slash < 0 ? "/" : url.substring(slash);
    }
}
