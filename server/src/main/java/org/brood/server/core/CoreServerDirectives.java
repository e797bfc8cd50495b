package org.brood.server.core;

import static org.brood.conf.DirectiveSpec.global;
import static org.brood.conf.DirectiveSpec.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.FileChecks;
import org.brood.conf.Place;
import org.brood.conf.SettingsKey;
import org.brood.server.core.CoreKeys.ServerTokens;
import org.brood.server.core.CoreKeys.TraceEnable;

/** Core directives about servers and virtual hosts. */
final class CoreServerDirectives {

    private CoreServerDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                server(
                        "DocumentRoot",
                        Arguments.ONE,
                        "directory-path",
                        "",
                        "Root directory of the document tree",
                        CoreServerDirectives::documentRoot),
                server(
                        "ServerAdmin",
                        Arguments.ONE,
                        "email-address|URL",
                        "",
                        "The email address of the server administrator",
                        text(CoreKeys.SERVER_ADMIN)),
                global(
                        "ServerTokens",
                        Arguments.ONE,
                        "Major|Minor|Min[imal]|Prod[uctOnly]|OS|Full",
                        "Full",
                        "Determine tokens displayed in the Server: header - Min(imal), Major, Minor, Prod(uctOnly), OS, or Full",
                        CoreServerDirectives::serverTokens),
                server(
                        "TraceEnable",
                        Arguments.ONE,
                        "on|off|extended",
                        "on",
                        "'on' (default), 'off' or 'extended' to trace request body content",
                        CoreServerDirectives::traceEnable),
                server(
                        "ErrorLog",
                        Arguments.ANY,
                        "file-path|syslog[:[facility][:tag]]",
                        "logs/error_log",
                        "The filename of the error log",
                        CoreServerDirectives::errorLog),
                server(
                        "AccessFileName",
                        Arguments.ANY,
                        "filename [filename] ...",
                        ".htaccess",
                        "Name(s) of per-directory config files (default: .htaccess)",
                        use -> use.update(CoreKeys.ACCESS_FILE_NAMES, before -> use.arguments())),
                server(
                        "MergeSlashes",
                        Arguments.FLAG,
                        "ON|OFF",
                        "ON",
                        "Controls whether consecutive slashes in the URI path are merged",
                        flag(CoreKeys.MERGE_SLASHES)),
                server(
                        "ServerPath",
                        Arguments.ONE,
                        "URL-path",
                        "",
                        "The pathname the server can be reached at",
                        text(CoreKeys.SERVER_PATH)),
                server(
                        "StrictHostCheck",
                        Arguments.FLAG,
                        "ON|OFF",
                        "OFF",
                        "Controls whether a hostname match is required",
                        flag(CoreKeys.STRICT_HOST_CHECK)));
    }

    static org.brood.conf.DirectiveAction text(SettingsKey<String> key) {
        return use -> use.update(key, before -> use.argument(0));
    }

    static org.brood.conf.DirectiveAction flag(SettingsKey<Boolean> key) {
        return use -> use.update(key, before -> use.flag());
    }

    private static void documentRoot(DirectiveUse use) throws ConfigurationException {
        Path root = use.serverRelative(use.argument(0));
        if (use.fileChecks() == FileChecks.ALL && !Files.isDirectory(root)) {
            if (use.place() == Place.SERVER) {
                throw new ConfigurationException(
                        null, "DocumentRoot '" + root + "' is not a directory, or is not readable");
            }
            use.warn("AH00112", "Warning: DocumentRoot [" + root + "] does not exist");
        }
        use.update(CoreKeys.DOCUMENT_ROOT, before -> root.toString());
    }

    private static void serverTokens(DirectiveUse use) throws ConfigurationException {
        ServerTokens tokens = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "os" -> ServerTokens.OS;
            case "min", "minimal" -> ServerTokens.MINIMAL;
            case "major" -> ServerTokens.MAJOR;
            case "minor" -> ServerTokens.MINOR;
            case "prod", "productonly" -> ServerTokens.PROD;
            case "full" -> ServerTokens.FULL;
            default ->
                throw new ConfigurationException(
                        null,
                        "ServerTokens takes 1 argument: 'Prod(uctOnly)', 'Major', 'Minor', 'Min(imal)', 'OS', or 'Full'");
        };
        use.update(CoreKeys.SERVER_TOKENS, before -> tokens);
    }

    private static void traceEnable(DirectiveUse use) throws ConfigurationException {
        TraceEnable enable = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "on" -> TraceEnable.ON;
            case "off" -> TraceEnable.OFF;
            case "extended" -> TraceEnable.EXTENDED;
            default -> throw new ConfigurationException(null, "TraceEnable must be one of 'on', 'off', or 'extended'");
        };
        use.update(CoreKeys.TRACE_ENABLE, before -> enable);
    }

    private static void errorLog(DirectiveUse use) throws ConfigurationException {
        if (use.arguments().isEmpty()) {
            throw new ConfigurationException(null, "ErrorLog takes one argument, The filename of the error log");
        }
        String name = String.join(" ", use.arguments());
        if (name.startsWith("syslog")) {
            throw new ConfigurationException(
                    null, "ErrorLog syslog is not supported: name a file, or a program with \"|logger\"");
        }
        use.update(CoreKeys.ERROR_LOG, before -> name);
    }
}
