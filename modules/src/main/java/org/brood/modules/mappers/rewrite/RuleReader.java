package org.brood.modules.mappers.rewrite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.conf.ConfigurationException;
import org.brood.conf.match.Pcre;
import org.brood.protocol.http.Status;
import org.jspecify.annotations.Nullable;

/** Reads one RewriteRule line. Used for one. */
final class RuleReader {
    private static final String DIRECTIVE = "RewriteRule";

    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<String> environment = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private int status = 302;
    private @Nullable String type;
    private @Nullable String handler;
    private int skip;
    private int mostRounds = 10_000;
    private @Nullable String escapes;
    private @Nullable String noEscapes;

    Rule read(String line, List<Condition> conditions) throws ConfigurationException {
        List<String> arguments = ArgumentLine.split(DIRECTIVE, line);
        if (arguments.size() > 2) {
            Flags.read(DIRECTIVE, arguments.get(2), this::take);
        }
        boolean negated = arguments.getFirst().startsWith("!");
        String pattern = arguments.getFirst().substring(negated ? 1 : 0);
        String output = output(arguments.get(1));
        return new Rule(
                compile(pattern, flags.contains(Flag.NO_CASE)),
                negated,
                output,
                flags,
                status,
                environment,
                cookies,
                type,
                handler,
                skip,
                mostRounds,
                escapes,
                noEscapes,
                conditions);
    }

    private static Pcre compile(String pattern, boolean caseBlind) throws ConfigurationException {
        try {
            return caseBlind ? Pcre.compileCaseBlind(pattern) : Pcre.compile(pattern);
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, "RewriteRule: cannot compile regular expression '" + pattern + "'");
        }
    }

    private String output(String text) {
        if (text.equals("-")) {
            flags.add(Flag.NO_SUBSTITUTION);
        }
        if (text.endsWith("?")) {
            if (flags.contains(Flag.QUERY_APPEND)) {
                flags.add(Flag.QUERY_LAST);
                return text;
            }
            flags.add(Flag.QUERY_NONE);
            return text.substring(0, text.length() - 1);
        }
        if (flags.contains(Flag.QUERY_DISCARD) && text.indexOf('?') < 0) {
            flags.add(Flag.QUERY_NONE);
        }
        return text;
    }

    private void take(String key, String value) throws ConfigurationException {
        switch (key.toLowerCase(Locale.ROOT)) {
            case "c", "chain" -> flags.add(Flag.CHAIN);
            case "co", "cookie" -> cookies.add(value);
            case "dpi", "discardpath" -> flags.add(Flag.DISCARD_PATH_INFO);
            case "e", "env" -> environment.add(value);
            case "end" -> flags.add(Flag.END);
            case "f", "forbidden" -> end(403);
            case "g", "gone" -> end(410);
            case "h", "handler" -> handler = value;
            case "l", "last" -> flags.add(Flag.LAST);
            case "ne", "noescape" -> flags.add(Flag.NO_ESCAPE);
            case "n", "next" -> next(value);
            case "ns", "nosubreq" -> flags.add(Flag.NO_SUBREQUEST);
            case "nc", "nocase" -> flags.add(Flag.NO_CASE);
            case "p", "proxy" -> flags.add(Flag.PROXY);
            case "pt", "passthrough" -> flags.add(Flag.PASS_THROUGH);
            case "r", "redirect" -> redirect(value);
            case "s", "skip" -> skip = number(value);
            case "t", "type" -> type = value;
            default -> takeRare(key, value);
        }
    }

    private void takeRare(String key, String value) throws ConfigurationException {
        switch (key.toLowerCase(Locale.ROOT)) {
            case "b", "backrefescaping" -> {
                flags.add(Flag.ESCAPE_BACKREFERENCES);
                escapes = value.isEmpty() ? escapes : value;
            }
            case "bne" -> {
                if (value.isEmpty()) {
                    throw new ConfigurationException(
                            null, "RewriteRule: flag 'BNE' wants a list of characters (i.e. [BNE=...])");
                }
                noEscapes = value;
            }
            case "bnp", "backrefernoplus" -> flags.add(Flag.ESCAPE_NO_PLUS);
            case "bctls" -> flags.addAll(Set.of(Flag.ESCAPE_CONTROLS, Flag.ESCAPE_BACKREFERENCES));
            case "qsa", "qsappend" -> flags.add(Flag.QUERY_APPEND);
            case "qsd", "qsdiscard" -> flags.add(Flag.QUERY_DISCARD);
            case "qsl", "qslast" -> flags.add(Flag.QUERY_LAST);
            case "unsafeprefixstat" -> flags.add(Flag.UNSAFE_PREFIX_STAT);
            case "unsafeallow3f" -> flags.add(Flag.UNSAFE_ALLOW_3F);
            case "unc" -> flags.add(Flag.KEEP_SLASHES);
            default -> throw Flags.unknown(DIRECTIVE, key);
        }
    }

    private void end(int code) {
        flags.addAll(Set.of(Flag.STATUS, Flag.NO_SUBSTITUTION));
        status = code;
    }

    private void next(String value) {
        flags.add(Flag.NEXT);
        if (!value.isEmpty()) {
            mostRounds = number(value);
        }
    }

    private void redirect(String value) throws ConfigurationException {
        flags.add(Flag.REDIRECT);
        status = switch (value.toLowerCase(Locale.ROOT)) {
            case "permanent" -> 301;
            case "", "temp" -> 302;
            case "seeother" -> 303;
            default -> Character.isDigit(value.charAt(0)) ? number(value) : 0;
        };
        if (status != 0 && Status.of(status) == null) {
            throw new ConfigurationException(
                    null, "RewriteRule: invalid HTTP response code '" + value + "' for flag 'R'");
        }
        if (status != 0 && (status < 300 || status > 399)) {
            end(status);
        }
    }

    /** As atoi(3) reads it. */
    private static int number(String text) {
        String digits = text.replaceFirst("^([0-9]{0,9}).*$", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
