package org.brood.server.core;

import static org.brood.conf.DirectiveSpec.anywhere;
import static org.brood.conf.DirectiveSpec.serverOrSection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.IdleAction;
import org.brood.conf.OverrideClass;
import org.brood.conf.SettingsKey;
import org.brood.conf.text.CNumber;
import org.brood.protocol.http.EncodedSlashes;
import org.brood.server.core.CoreKeys.CanonicalName;
import org.brood.server.core.CoreKeys.Signature;

/** Core directives about what a request maps to. */
final class DirectoryDirectives {
    private static final String NONE = "none";

    private DirectoryDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                anywhere(
                        OverrideClass.OPTIONS,
                        "Options",
                        Arguments.ANY,
                        "[+|-]option [[+|-]option] ...",
                        "FollowSymlinks",
                        "Set a number of attributes for a given directory",
                        use -> {
                            OptionSet said = OptionSet.parse(use.arguments());
                            use.update(CoreKeys.OPTIONS, before -> before.overlay(said));
                        }),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "FileETag",
                        Arguments.ANY,
                        "component ...",
                        "MTime Size",
                        "Specify components used to construct a file's ETag",
                        use -> {
                            EtagParts said = EtagParts.parse(use.arguments());
                            use.update(CoreKeys.FILE_ETAG, before -> before.overlay(said));
                        }),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "ErrorDocument",
                        Arguments.RAW,
                        "error-code document",
                        "",
                        "Change responses for HTTP errors",
                        DirectoryDirectives::errorDocument),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "SetHandler",
                        Arguments.ONE,
                        "handler-name|none|expression",
                        "",
                        "a handler name that overrides any other configured handler",
                        noneIsEmpty(CoreKeys.SET_HANDLER)),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "ForceType",
                        Arguments.ONE,
                        "media-type|None",
                        "",
                        "a mime type that overrides other configured type",
                        noneIsEmpty(CoreKeys.FORCE_TYPE)),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "SetOutputFilter",
                        Arguments.ONE,
                        "filter[;filter...]",
                        "",
                        "filter (or ; delimited list of filters) to be run on the request content",
                        use -> use.update(CoreKeys.SET_OUTPUT_FILTER, before -> filters(use.argument(0)))),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "SetInputFilter",
                        Arguments.ONE,
                        "filter[;filter...]",
                        "",
                        "filter (or ; delimited list of filters) to be run on the request body",
                        IdleAction.ANY_VALUE),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "AddDefaultCharset",
                        Arguments.ONE,
                        "On|Off|charset",
                        "Off",
                        "The name of the default charset to add to any Content-Type without one or 'Off' to disable",
                        use -> use.update(CoreKeys.ADD_DEFAULT_CHARSET, before -> charset(use.argument(0)))),
                anywhere(
                        OverrideClass.OPTIONS,
                        "ServerSignature",
                        Arguments.ONE,
                        "On|Off|EMail",
                        "Off",
                        "En-/disable server signature (on|off|email)",
                        DirectoryDirectives::signature),
                anywhere(
                        OverrideClass.OPTIONS,
                        "ContentDigest",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "whether or not to send a Content-MD5 header with each request",
                        use -> use.update(CoreKeys.CONTENT_DIGEST, before -> use.flag())),
                anywhere(
                        OverrideClass.FILE_INFO,
                        "DefaultType",
                        Arguments.ONE,
                        "media-type|none",
                        "none",
                        "the default media type for otherwise untyped files (DEPRECATED)",
                        DirectoryDirectives::defaultType),
                DirectiveSpec.everywhere(
                        "LimitRequestBody",
                        Arguments.ONE,
                        "bytes",
                        "1073741824",
                        "Limit (in bytes) on maximum size of request message body",
                        DirectoryDirectives::limitBody),
                serverOrSection(
                        "LogLevel",
                        Arguments.EACH,
                        "[module:]level [module:level] ...",
                        "warn",
                        "Level of verbosity in error logging",
                        DirectoryDirectives::logLevel),
                serverOrSection(
                        "UseCanonicalName",
                        Arguments.ONE,
                        "On|Off|DNS",
                        "Off",
                        "How to work out the ServerName : Port when constructing URLs",
                        DirectoryDirectives::canonicalName),
                serverOrSection(
                        "UseCanonicalPhysicalPort",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Whether to use the physical Port when constructing URLs",
                        CoreServerDirectives.flag(CoreKeys.USE_CANONICAL_PHYSICAL_PORT)),
                DirectiveSpec.server(
                        "AllowEncodedSlashes",
                        Arguments.ONE,
                        "On|Off|NoDecode",
                        "Off",
                        "Allow URLs containing '/' encoded as '%2F'",
                        DirectoryDirectives::encodedSlashes),
                ranges("MaxRanges", "200", CoreKeys.MAX_RANGES),
                ranges("MaxRangeOverlaps", "20", CoreKeys.MAX_RANGE_OVERLAPS),
                ranges("MaxRangeReversals", "20", CoreKeys.MAX_RANGE_REVERSALS),
                onOrOff("EnableSendfile", "Controls whether sendfile may be used to transmit files"),
                onOrOff("EnableMMAP", "Controls whether memory-mapping may be used to read files"),
                accepted(
                        "CGIMapExtension",
                        "cgi-path .extension",
                        "Technique for locating the interpreter for CGI scripts"),
                accepted(
                        "LimitXMLRequestBody",
                        "bytes",
                        "Limit (in bytes) on maximum size of an XML-based request body"),
                accepted("ReadBufferSize", "bytes", "Size of the buffers used to read data"));
    }

    private static DirectiveSpec onOrOff(String name, String help) {
        return anywhere(OverrideClass.FILE_INFO, name, Arguments.ONE, "On|Off", "", help, new IdleAction(use -> {
            if (!use.argument(0).equalsIgnoreCase("on") && !use.argument(0).equalsIgnoreCase("off")) {
                throw new ConfigurationException(null, "parameter must be 'on' or 'off'");
            }
        }));
    }

    private static DirectiveSpec accepted(String name, String syntax, String help) {
        return anywhere(OverrideClass.FILE_INFO, name, Arguments.ANY, syntax, "", help, IdleAction.ANY_VALUE);
    }

    private static org.brood.conf.DirectiveAction noneIsEmpty(SettingsKey<String> key) {
        return use -> use.update(key, before -> use.argument(0).equalsIgnoreCase(NONE) ? "" : use.argument(0));
    }

    private static List<String> filters(String list) {
        return List.of(list.split(";"));
    }

    private static String charset(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "off" -> "";
            case "on" -> "iso-8859-1";
            default -> word;
        };
    }

    private static void errorDocument(DirectiveUse use) throws ConfigurationException {
        String line = use.argument(0).strip();
        int blank = line.indexOf(' ') < 0 ? line.indexOf('\t') : line.indexOf(' ');
        if (blank < 0) {
            throw new ConfigurationException(
                    null, "ErrorDocument takes two arguments, Change responses for HTTP errors");
        }
        int code = CNumber.atoi(line.substring(0, blank));
        String document = line.substring(blank).strip();
        if (org.brood.protocol.http.Status.of(code) == null) {
            throw new ConfigurationException(null, "Unsupported HTTP response code " + line.substring(0, blank));
        }
        Map<Integer, String> changed = new HashMap<>(use.settings(CoreKeys.ERROR_DOCUMENTS));
        changed.put(code, document(document));
        use.update(CoreKeys.ERROR_DOCUMENTS, before -> Map.copyOf(changed));
    }

    /** A text keeps a quote in front, as httpd does; a path or a URL has none. */
    private static String document(String word) {
        if (word.equalsIgnoreCase("default")) {
            return "";
        }
        boolean quoted = word.startsWith("\"");
        String bare = quoted && word.length() > 1 && word.endsWith("\"")
                ? word.substring(1, word.length() - 1)
                : quoted ? word.substring(1) : word;
        boolean target = bare.startsWith("/") || bare.matches("[a-zA-Z][a-zA-Z0-9+.-]*://.*");
        return target ? bare : '"' + bare.replace("\\\"", "\"");
    }

    private static void defaultType(DirectiveUse use) {
        String type = use.argument(0);
        if (!type.equalsIgnoreCase("off") && !type.equalsIgnoreCase(NONE)) {
            use.warn(
                    "AH00117",
                    "Ignoring deprecated use of DefaultType in line "
                            + use.source().line() + " of " + use.source().file() + ".");
        }
    }

    private static void signature(DirectiveUse use) throws ConfigurationException {
        Signature signature = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "on" -> Signature.ON;
            case "off" -> Signature.OFF;
            case "email" -> Signature.EMAIL;
            default -> throw new ConfigurationException(null, "ServerSignature: use one of: off | on | email");
        };
        use.update(CoreKeys.SERVER_SIGNATURE, before -> signature);
    }

    private static void canonicalName(DirectiveUse use) throws ConfigurationException {
        CanonicalName name = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "on" -> CanonicalName.ON;
            case "off" -> CanonicalName.OFF;
            case "dns" -> CanonicalName.DNS;
            default -> throw new ConfigurationException(null, "parameter must be 'on', 'off', or 'dns'");
        };
        use.update(CoreKeys.USE_CANONICAL_NAME, before -> name);
    }

    private static void encodedSlashes(DirectiveUse use) throws ConfigurationException {
        EncodedSlashes slashes = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "on" -> EncodedSlashes.DECODE;
            case "off" -> EncodedSlashes.REFUSE;
            case "nodecode" -> EncodedSlashes.KEEP;
            default -> throw new ConfigurationException(null, "AllowEncodedSlashes must be On, Off, or NoDecode");
        };
        use.update(CoreKeys.ENCODED_SLASHES, before -> slashes);
    }

    private static void limitBody(DirectiveUse use) throws ConfigurationException {
        String text = use.argument(0);
        if (!text.matches("\\d{1,18}")) {
            throw new ConfigurationException(null, "LimitRequestBody requires a non-negative integer.");
        }
        use.update(CoreKeys.LIMIT_REQUEST_BODY, before -> Long.parseLong(text));
    }

    private static void logLevel(DirectiveUse use) throws ConfigurationException {
        LogLevels changed = use.settings(CoreKeys.LOG_LEVEL).with(use.argument(0), use::isPresent);
        use.update(CoreKeys.LOG_LEVEL, before -> changed);
    }

    private static DirectiveSpec ranges(String name, String standard, SettingsKey<Integer> key) {
        return serverOrSection(
                name,
                Arguments.ONE,
                "default|unlimited|none|number",
                standard,
                "Maximum number of Ranges in a request before returning the entire resource, or 0 for unlimited",
                use -> {
                    String word = use.argument(0).toLowerCase(Locale.ROOT);
                    int value = switch (word) {
                        case "default" -> Integer.parseInt(standard);
                        case "unlimited" -> -1;
                        case "none" -> 0;
                        default -> count(name, word);
                    };
                    use.update(key, before -> value);
                });
    }

    private static int count(String name, String word) throws ConfigurationException {
        int value = CNumber.atoi(word);
        if (value <= 0) {
            throw new ConfigurationException(
                    null, name + " " + word + " is out of range: use a positive number, default, unlimited or none");
        }
        return value;
    }
}
