package org.brood.modules.mappers.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.brood.api.Exchange;
import org.brood.api.Log;
import org.brood.api.LogLevel;
import org.brood.api.Resource;
import org.brood.conf.expr.Backreferences;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one server or place at work on one exchange: what is rewritten by now, and what patterns captured. Works on the
 * resource itself, as mod_rewrite works on the request's filename and args. One owner thread.
 */
final class Run {
    private final Exchange exchange;
    private final String directory;
    private final List<String> varies = new ArrayList<>();
    private @Nullable MatchResult ruleMatch;
    private Backreferences conditionMatch = new Backreferences();
    private int status;
    private boolean reduced;

    /** @param directory of the place, or empty for a server */
    Run(Exchange exchange, String directory) {
        this.exchange = exchange;
        this.directory = directory;
    }

    Exchange exchange() {
        return exchange;
    }

    Resource resource() {
        return exchange.resource();
    }

    boolean ofServer() {
        return directory.isEmpty();
    }

    String directory() {
        return directory;
    }

    String filename() {
        String name = resource().filename();
        return name == null ? "" : name;
    }

    /** A rule's pattern has been found; earlier captures are forgotten. @param match null for a negated one */
    void matched(@Nullable MatchResult match) {
        ruleMatch = match;
        conditionMatch = new Backreferences();
        varies.clear();
    }

    Backreferences conditionMatch() {
        return conditionMatch;
    }

    /** The captures of the last condition that has any. */
    void conditionMatched(Backreferences match) {
        conditionMatch = match;
    }

    /** @param dollar a capture of the rule, else of its last condition */
    String capture(boolean dollar, int number) {
        if (!dollar) {
            return conditionMatch.group(number);
        }
        MatchResult match = ruleMatch;
        String text = match == null || number > match.groupCount() ? null : match.group(number);
        return text == null ? "" : text;
    }

    List<String> varies() {
        return varies;
    }

    /** The status of a redirect or of the end; 0 when nothing asked for one. */
    int status() {
        return status;
    }

    void status(int code) {
        status = code;
    }

    /** Whether an absolute URL of this server was cut to its path. */
    boolean reduced() {
        return reduced;
    }

    void reduce() {
        reduced = true;
    }

    /** A line for those who debug rules: LogLevel rewrite:trace1 to trace8. */
    void trace(LogLevel level, String text) {
        Log log = exchange.log("rewrite");
        if (log.enabled(level)) {
            log.log(level, "", (ofServer() ? "" : "[perdir " + directory + "] ") + text);
        }
    }
}
