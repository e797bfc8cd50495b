package org.brood.modules.loggers.log_config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.conf.SettingsKey;
import org.brood.modules.text.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a virtual host or of the main server. A virtual host without logs of its own writes the main server's; with
 * some of its own it writes those and the main server's GlobalLogs.
 *
 * @param formats by nickname, as texts
 * @param standard the format without a name, or the nickname of one; for logs that name none
 * @param inherited the main server's logs
 */
record LogSettings(
        Map<String, String> formats, @Nullable String standard, List<Log> logs, List<Log> inherited, boolean buffered) {
    static final String COMMON = "%h %l %u %t \"%r\" %>s %b";

    static final SettingsKey<LogSettings> KEY = SettingsKey.server(
            "log_config",
            new LogSettings(Map.of("CLF", COMMON), null, List.of(), List.of(), true),
            LogSettings::overlay);

    /**
     * @param target absolute file name, or {@code |command}
     * @param format text or nickname; null for the standard one
     * @param global whether virtual hosts with their own logs write it too
     */
    record Log(String target, @Nullable String format, Condition condition, boolean global) {}

    LogSettings withFormat(String name, String format) {
        Map<String, String> changed = new HashMap<>(formats);
        changed.put(name, format);
        return new LogSettings(Map.copyOf(changed), standard, logs, inherited, buffered);
    }

    LogSettings withStandard(String format) {
        return new LogSettings(formats, format, logs, inherited, buffered);
    }

    LogSettings withLog(Log log) {
        List<Log> changed = new ArrayList<>(logs);
        changed.add(log);
        return new LogSettings(formats, standard, List.copyOf(changed), inherited, buffered);
    }

    LogSettings withBuffered(boolean on) {
        return new LogSettings(formats, standard, logs, inherited, on);
    }

    /** All that this server writes. */
    List<Log> effective() {
        List<Log> all = new ArrayList<>(logs);
        inherited.stream().filter(log -> logs.isEmpty() || log.global()).forEach(all::add);
        return all;
    }

    /** The text of a log's format, after nicknames. */
    String formatOf(Log log) {
        String standardName = standard == null ? COMMON : standard;
        String format = log.format() == null ? standardName : log.format();
        return formats.getOrDefault(format, format);
    }

    private static LogSettings overlay(LogSettings outer, LogSettings inner) {
        Map<String, String> formats = new HashMap<>(outer.formats);
        formats.putAll(inner.formats);
        return new LogSettings(
                Map.copyOf(formats),
                inner.standard == null ? outer.standard : inner.standard,
                inner.logs,
                outer.logs,
                outer.buffered && inner.buffered);
    }
}
