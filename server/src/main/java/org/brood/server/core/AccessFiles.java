package org.brood.server.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.brood.api.FileStatus;
import org.brood.api.LogLevel;
import org.brood.api.Verdict;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Settings;
import org.brood.conf.read.AllowOverride;
import org.brood.conf.read.HtaccessReader;
import org.brood.conf.section.DirectoryWalk;
import org.brood.server.request.HttpExchange;

/**
 * {@code .htaccess} files where AllowOverride lets them: looked for on every request, read again when they changed. Any
 * thread.
 */
final class AccessFiles {
    private static final int ENOENT = 2;
    private static final int ENOTDIR = 20;
    private static final int MOST_KEPT = 4096;

    private final HtaccessReader reader;
    private final ConcurrentMap<Key, Settings> kept = new ConcurrentHashMap<>();

    private record Key(String file, FileStatus status, AllowOverride allowed) {}

    AccessFiles(HtaccessReader reader) {
        this.reader = reader;
    }

    /**
     * Lays the first access file of the directory over the walk.
     *
     * @return a status when it cannot be read or understood
     */
    Verdict overlay(HttpExchange exchange, DirectoryWalk walk, String directory) {
        AllowOverride allowed = walk.settings().get(AllowOverride.KEY);
        if (!allowed.isAnythingAllowed()) {
            return Verdict.OK;
        }
        for (String name : exchange.settings(CoreKeys.ACCESS_FILE_NAMES)) {
            String file = directory + name;
            FileStatus status = exchange.accessFile(file);
            if (status.isFile()) {
                return read(exchange, walk, directory, new Key(file, status, allowed));
            }
            boolean missing = status.errno() == ENOENT || status.errno() == ENOTDIR || status.exists();
            if (!missing) {
                return unreadable(exchange, file);
            }
        }
        return Verdict.OK;
    }

    private Verdict read(HttpExchange exchange, DirectoryWalk walk, String directory, Key key) {
        Settings known = kept.get(key);
        if (known != null) {
            walk.overlay(known);
            return Verdict.OK;
        }
        try {
            String text = Files.readString(Path.of(key.file));
            Settings settings = reader.read(
                    key.file,
                    directory,
                    text,
                    key.allowed,
                    (id, warning) -> exchange.log("core").log(LogLevel.WARN, id, warning));
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(key, settings);
            walk.overlay(settings);
            return Verdict.OK;
        } catch (IOException unreadable) {
            return unreadable(exchange, key.file);
        } catch (ConfigurationException mistake) {
            exchange.log("core").log(LogLevel.ALERT, "", key.file + ": " + mistake.getMessage());
            return Verdict.status(500);
        }
    }

    private static Verdict unreadable(HttpExchange exchange, String file) {
        String text = file + " pcfg_openfile: unable to check htaccess file, ensure it is readable and that '"
                + file.substring(0, file.lastIndexOf('/') + 1) + "' is executable";
        exchange.log("core").log(LogLevel.CRIT, "AH00529", text);
        return Verdict.status(403);
    }
}
