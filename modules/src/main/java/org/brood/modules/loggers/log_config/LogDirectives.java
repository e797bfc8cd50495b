package org.brood.modules.loggers.log_config;

import java.util.List;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.modules.text.Condition;
import org.brood.modules.text.Expressions;
import org.jspecify.annotations.Nullable;

/** The directives of mod_log_config. */
final class LogDirectives {
    private static final String CUSTOM = "a file name, a custom log format string or format name, "
            + "and an optional \"env=\" or \"expr=\" clause (see docs)";

    private LogDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.server(
                        "CustomLog",
                        Arguments.TWO_OR_THREE,
                        "file|pipe format|nickname [env=[!]environment-variable|expr=expression]",
                        "",
                        CUSTOM,
                        use -> add(use, use.argument(1), condition(use), false)),
                DirectiveSpec.global(
                        "GlobalLog",
                        Arguments.TWO_OR_THREE,
                        "file|pipe format|nickname [env=[!]environment-variable|expr=expression]",
                        "",
                        "Same as CustomLog, but forces virtualhosts to inherit the log",
                        use -> add(use, use.argument(1), condition(use), true)),
                DirectiveSpec.server(
                        "TransferLog",
                        Arguments.ONE,
                        "file|pipe",
                        "",
                        "the filename of the access log",
                        use -> add(use, null, Condition.ALWAYS, false)),
                DirectiveSpec.server(
                        "LogFormat",
                        Arguments.ONE_OR_TWO,
                        "format|nickname [nickname]",
                        "\"%h %l %u %t \\\"%r\\\" %>s %b\"",
                        "a log format string (see docs) and an optional format name",
                        LogDirectives::logFormat),
                DirectiveSpec.server(
                        "BufferedLogs",
                        Arguments.FLAG,
                        "On|Off",
                        "On, for up to a second",
                        "Enable Buffered Logging (experimental)",
                        use -> use.update(LogSettings.KEY, logs -> logs.withBuffered(use.flag()))));
    }

    private static void logFormat(DirectiveUse use) throws ConfigurationException {
        String format = use.argument(0);
        Format.parse(format);
        use.update(
                LogSettings.KEY,
                logs -> use.arguments().size() > 1
                        ? logs.withFormat(use.argument(1), format)
                        : logs.withStandard(format));
    }

    private static void add(DirectiveUse use, @Nullable String format, Condition condition, boolean global)
            throws ConfigurationException {
        if (format != null) {
            Format.parse(format);
        }
        String target = use.argument(0);
        String absolute =
                target.startsWith("|") ? target : use.serverRelative(target).toString();
        use.update(LogSettings.KEY, logs -> logs.withLog(new LogSettings.Log(absolute, format, condition, global)));
    }

    private static Condition condition(DirectiveUse use) throws ConfigurationException {
        if (use.arguments().size() < 3) {
            return Condition.ALWAYS;
        }
        String clause = use.argument(2);
        if (clause.regionMatches(true, 0, "env=", 0, 4)) {
            return Condition.ofEnvironment(clause.substring(4));
        }
        if (clause.regionMatches(true, 0, "expr=", 0, 5)) {
            if (clause.length() == 5) {
                throw new ConfigurationException(null, "missing condition");
            }
            return Expressions.silentCondition(use, clause.substring(5), "");
        }
        throw new ConfigurationException(null, "error in condition clause");
    }
}
