package org.brood.launcher.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;

/**
 * Who we are: {@code -v} and {@code -V}. The layouts are parsed by httpd's test suite, which takes the word that begins with
 * {@code Apache/} for the version that it compares with; it names the release that we are compatible with.
 *
 * @param version of Brood
 * @param built as httpd prints it, {@code Nov 24 2026 00:00:00}
 * @param compatible the httpd release
 */
public record Build(String version, String built, String compatible) {

    public static Build of(String compatible) {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is missing from this jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant built = Instant.parse(properties.getProperty("built"));
        String text = DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ENGLISH)
                .format(built.atOffset(ZoneOffset.UTC));
        return new Build(properties.getProperty("version"), text, compatible);
    }

    /** {@code Apache/2.4.66 (Unix) Brood/0.1.0}: what server-status and the error log call the server. */
    public String description() {
        return "Apache/" + compatible + " (Unix) Brood/" + version;
    }

    public String versionText() {
        return "Server version: " + description() + "\nServer built:   " + built + "\n";
    }

    /** @param threaded whether the MPM runs several connections in a child */
    public String settingsText(String mpm, boolean threaded, Path home) {
        return versionText()
                + """
                Server's Module Magic Number: 20120211:141
                Server loaded:  Java %s
                Compiled using: Java 25
                Architecture:   64-bit
                Server MPM:     %s
                  threaded:     %s
                    forked:     yes (variable process count)
                Server compiled with....
                 -D APR_HAS_SENDFILE
                 -D APR_HAS_MMAP
                 -D APR_HAVE_IPV6 (IPv4-mapped addresses enabled)
                 -D SINGLE_LISTEN_UNSERIALIZED_ACCEPT
                 -D APR_HAS_OTHER_CHILD
                 -D AP_HAVE_RELIABLE_PIPED_LOGS
                 -D DYNAMIC_MODULE_LIMIT=256
                 -D HTTPD_ROOT="%s"
                 -D SUEXEC_BIN=""
                 -D DEFAULT_PIDLOG="logs/httpd.pid"
                 -D DEFAULT_SCOREBOARD="logs/apache_runtime_status"
                 -D DEFAULT_ERRORLOG="logs/error_log"
                 -D AP_TYPES_CONFIG_FILE="conf/mime.types"
                 -D SERVER_CONFIG_FILE="conf/httpd.conf"
                """.formatted(
                        System.getProperty("java.version"), mpm, threaded ? "yes (fixed thread count)" : "no", home);
    }
}
