package org.brood.server.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.brood.api.LogLevel;
import org.brood.conf.SettingsKey;
import org.brood.conf.SettingsKey.Kind;
import org.brood.protocol.http.EncodedSlashes;

/**
 * Where the core directives put their values: one key for each directive, so that "the inner one wins" needs no code. Keys
 * that merge otherwise say how.
 */
public final class CoreKeys {
    /** Empty: none was named. */
    public static final SettingsKey<String> DOCUMENT_ROOT = server("DocumentRoot", "");

    public static final SettingsKey<String> SERVER_ADMIN = server("ServerAdmin", "[no address given]");
    public static final SettingsKey<ServerTokens> SERVER_TOKENS = server("ServerTokens", ServerTokens.FULL);
    public static final SettingsKey<Integer> TIMEOUT_SECONDS = server("Timeout", 60);
    public static final SettingsKey<Boolean> KEEP_ALIVE = server("KeepAlive", true);
    public static final SettingsKey<Long> KEEP_ALIVE_MILLIS = server("KeepAliveTimeout", 5000L);
    public static final SettingsKey<Integer> MAX_KEEP_ALIVE_REQUESTS = server("MaxKeepAliveRequests", 100);
    public static final SettingsKey<Integer> LIMIT_REQUEST_LINE = server("LimitRequestLine", 8190);
    public static final SettingsKey<Integer> LIMIT_REQUEST_FIELDS = server("LimitRequestFields", 100);
    public static final SettingsKey<Integer> LIMIT_REQUEST_FIELD_SIZE = server("LimitRequestFieldSize", 8190);
    public static final SettingsKey<Boolean> STRICT = server("HttpProtocolOptions:Strict", true);
    public static final SettingsKey<Boolean> REGISTERED_METHODS =
            server("HttpProtocolOptions:RegisteredMethods", false);
    public static final SettingsKey<Boolean> ALLOW_09 = server("HttpProtocolOptions:Allow0.9", true);
    public static final SettingsKey<Boolean> STRICT_HOST_CHECK = server("StrictHostCheck", false);
    public static final SettingsKey<TraceEnable> TRACE_ENABLE = server("TraceEnable", TraceEnable.ON);
    public static final SettingsKey<Boolean> MERGE_SLASHES = server("MergeSlashes", true);
    public static final SettingsKey<EncodedSlashes> ENCODED_SLASHES =
            server("AllowEncodedSlashes", EncodedSlashes.REFUSE);
    public static final SettingsKey<List<String>> ACCESS_FILE_NAMES = server("AccessFileName", List.of(".htaccess"));
    public static final SettingsKey<String> ERROR_LOG = server("ErrorLog", "logs/error_log");
    /** LimitInternalRecursion: how many redirects inside the server a request may take, and how deep sub-requests may lie. */
    public static final SettingsKey<Recursion> RECURSION = server("LimitInternalRecursion", new Recursion(10, 10));

    public static final SettingsKey<String> SERVER_PATH = server("ServerPath", "");

    public static final SettingsKey<Signature> SERVER_SIGNATURE = directory("ServerSignature", Signature.OFF);
    public static final SettingsKey<CanonicalName> USE_CANONICAL_NAME =
            directory("UseCanonicalName", CanonicalName.OFF);
    public static final SettingsKey<Boolean> USE_CANONICAL_PHYSICAL_PORT = directory("UseCanonicalPhysicalPort", false);
    public static final SettingsKey<Long> LIMIT_REQUEST_BODY = directory("LimitRequestBody", 1L << 30);
    public static final SettingsKey<Boolean> CONTENT_DIGEST = directory("ContentDigest", false);
    /** Empty: nothing is added. */
    public static final SettingsKey<String> ADD_DEFAULT_CHARSET = directory("AddDefaultCharset", "");

    public static final SettingsKey<String> FORCE_TYPE = directory("ForceType", "");
    /** Empty: none. */
    public static final SettingsKey<String> SET_HANDLER = directory("SetHandler", "");

    public static final SettingsKey<List<String>> SET_OUTPUT_FILTER = directory("SetOutputFilter", List.of());
    public static final SettingsKey<Integer> MAX_RANGES = directory("MaxRanges", 200);
    public static final SettingsKey<Integer> MAX_RANGE_OVERLAPS = directory("MaxRangeOverlaps", 20);
    public static final SettingsKey<Integer> MAX_RANGE_REVERSALS = directory("MaxRangeReversals", 20);

    public static final SettingsKey<OptionSet> OPTIONS =
            SettingsKey.directory("core:Options", OptionSet.STANDARD, OptionSet::overlay);
    public static final SettingsKey<EtagParts> FILE_ETAG =
            SettingsKey.directory("core:FileETag", EtagParts.STANDARD, EtagParts::overlay);
    public static final SettingsKey<Map<Integer, String>> ERROR_DOCUMENTS =
            SettingsKey.directory("core:ErrorDocument", Map.of(), CoreKeys::over);
    public static final SettingsKey<LogLevels> LOG_LEVEL =
            SettingsKey.directory("core:LogLevel", new LogLevels(LogLevel.WARN, Map.of()), LogLevels::overlay);

    private CoreKeys() {}

    private static <T> SettingsKey<T> server(String name, T standard) {
        return key(Kind.SERVER, name, standard);
    }

    private static <T> SettingsKey<T> directory(String name, T standard) {
        return key(Kind.DIRECTORY, name, standard);
    }

    private static <T> SettingsKey<T> key(Kind kind, String name, T standard) {
        return switch (kind) {
            case SERVER -> SettingsKey.server("core:" + name, standard, (outer, inner) -> inner);
            case DIRECTORY -> SettingsKey.directory("core:" + name, standard, (outer, inner) -> inner);
        };
    }

    private static <K extends Comparable<K>, V> Map<K, V> over(Map<K, V> outer, Map<K, V> inner) {
        Map<K, V> all = new TreeMap<>(outer);
        all.putAll(inner);
        return Map.copyOf(all);
    }

    /** What the Server field says. */
    public enum ServerTokens {
        PROD("Apache"),
        MAJOR("Apache/2"),
        MINOR("Apache/2.4"),
        MINIMAL("Apache/2.4.66"),
        OS("Apache/2.4.66 (Unix)"),
        FULL("Apache/2.4.66 (Unix) Brood/0.1");

        private final String banner;

        ServerTokens(String banner) {
            this.banner = banner;
        }

        public String banner() {
            return banner;
        }
    }

    /** LimitInternalRecursion. */
    public record Recursion(int redirects, int depth) {}

    /** TraceEnable. */
    public enum TraceEnable {
        OFF,
        ON,
        EXTENDED
    }

    /** ServerSignature. */
    public enum Signature {
        OFF,
        ON,
        EMAIL
    }

    /** UseCanonicalName. */
    public enum CanonicalName {
        OFF,
        ON,
        DNS
    }
}
