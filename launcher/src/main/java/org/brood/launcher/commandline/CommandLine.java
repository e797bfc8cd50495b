package org.brood.launcher.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for. Options are read as getopt(3) does: {@code -Dname} and {@code -D name} are the same, flags
 * may stand together. As in httpd a long option that nobody knows is no error; an unknown letter or a stray word is.
 *
 * @param action what to do instead of serving; the last one wins
 * @param verb {@code -k}
 * @param serverRoot {@code -d}
 * @param file {@code -f}
 * @param before {@code -C}, in their order
 * @param after {@code -c}, in their order
 * @param defines {@code -D}, in their order; {@code -S}, {@code -M} and {@code -X} stand here by the names they stand for
 * @param startupLevel {@code -e}
 * @param startupLog {@code -E}
 * @param checkDocumentRoot false with {@code -T}
 */
public record CommandLine(
        Action action,
        Verb verb,
        Optional<String> serverRoot,
        Optional<String> file,
        List<String> before,
        List<String> after,
        List<String> defines,
        Optional<String> startupLevel,
        Optional<String> startupLog,
        boolean checkDocumentRoot) {

    /** What to do with the configuration. */
    public enum Action {
        SERVE,
        /** {@code -t} and everything that only reads the configuration. */
        TEST,
        /** {@code -v} */
        VERSION,
        /** {@code -V} */
        BUILD_SETTINGS,
        /** {@code -l} */
        COMPILED_IN,
        /** {@code -L} */
        DIRECTIVES
    }

    /** {@code -k}; {@link #NONE} starts the server, as {@link #START} does. */
    public enum Verb {
        NONE,
        START,
        STOP,
        RESTART,
        GRACEFUL,
        GRACEFUL_STOP;

        static Optional<Verb> of(String word) {
            return switch (word) {
                case "start" -> Optional.of(START);
                case "stop" -> Optional.of(STOP);
                case "restart" -> Optional.of(RESTART);
                case "graceful" -> Optional.of(GRACEFUL);
                case "graceful-stop" -> Optional.of(GRACEFUL_STOP);
                default -> Optional.empty();
            };
        }
    }

    /** The command line is wrong: say {@code text}, then {@link Usage}, exit with 1. */
    public static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;

        Mistake(String text) {
            super(text);
        }
    }

    public CommandLine {
        before = List.copyOf(before);
        after = List.copyOf(after);
        defines = List.copyOf(defines);
    }

    public static CommandLine parse(List<String> arguments) throws Mistake {
        return new Parser().parse(arguments);
    }

    /** Whether a name was given by {@code -D}. */
    public boolean defines(String name) {
        return defines.contains(name);
    }

    /** {@code -X}: no children, no background. */
    public boolean isOneProcess() {
        return defines("DEBUG") || defines("ONE_PROCESS");
    }

    /** Whether the terminal is kept. */
    public boolean isForeground() {
        return isOneProcess() || defines("FOREGROUND");
    }

    /** Whether some {@code DUMP_} is asked for, which silences {@code Syntax OK}. */
    public boolean dumps() {
        return defines.stream().anyMatch(name -> name.startsWith("DUMP_"));
    }

    private static final class Parser {
        private static final String WITH_ARGUMENT = "DCcdEefk";

        private final List<String> before = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private final List<String> defines = new ArrayList<>();
        private Action action = Action.SERVE;
        private Verb verb = Verb.NONE;
        private Optional<String> serverRoot = Optional.empty();
        private Optional<String> file = Optional.empty();
        private Optional<String> startupLevel = Optional.empty();
        private Optional<String> startupLog = Optional.empty();
        private boolean checkDocumentRoot = true;

        CommandLine parse(List<String> arguments) throws Mistake {
            for (int i = 0; i < arguments.size(); i++) {
                String word = arguments.get(i);
                if (word.startsWith("--")) {
                    continue;
                }
                if (!word.startsWith("-") || word.length() == 1) {
                    throw new Mistake("");
                }
                i += letters(word, i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.empty());
            }
            return new CommandLine(
                    action,
                    verb,
                    serverRoot,
                    file,
                    before,
                    after,
                    defines,
                    startupLevel,
                    startupLog,
                    checkDocumentRoot);
        }

        /** @return how many further words were used */
        private int letters(String word, Optional<String> next) throws Mistake {
            for (int at = 1; at < word.length(); at++) {
                char letter = word.charAt(at);
                if (WITH_ARGUMENT.indexOf(letter) < 0) {
                    flag(letter);
                } else if (at + 1 < word.length()) {
                    option(letter, word.substring(at + 1));
                    return 0;
                } else {
                    option(letter, next.orElseThrow(() -> new Mistake("option requires an argument -- " + letter)));
                    return 1;
                }
            }
            return 0;
        }

        private void flag(char letter) throws Mistake {
            switch (letter) {
                case 'v' -> action = Action.VERSION;
                case 'V' -> action = Action.BUILD_SETTINGS;
                case 'l' -> action = Action.COMPILED_IN;
                case 'L' -> action = Action.DIRECTIVES;
                case 't' -> action = Action.TEST;
                case 'S' -> dump("DUMP_VHOSTS", "DUMP_RUN_CFG");
                case 'M' -> dump("DUMP_MODULES");
                case 'T' -> checkDocumentRoot = false;
                case 'X' -> defines.add("DEBUG");
                case 'h', '?' -> throw new Mistake("");
                default -> throw new Mistake("illegal option -- " + letter);
            }
        }

        private void dump(String... names) {
            action = Action.TEST;
            defines.addAll(List.of(names));
        }

        private void option(char letter, String argument) throws Mistake {
            switch (letter) {
                case 'D' -> defines.add(argument);
                case 'C' -> before.add(argument);
                case 'c' -> after.add(argument);
                case 'd' -> serverRoot = Optional.of(argument);
                case 'f' -> file = Optional.of(argument);
                case 'E' -> startupLog = Optional.of(argument);
                case 'e' -> startupLevel = Optional.of(level(argument));
                case 'k' -> verb = Verb.of(argument).orElseThrow(() -> new Mistake(""));
                default -> throw new IllegalStateException("option " + letter);
            }
        }

        private static String level(String word) throws Mistake {
            List<String> levels = List.of("emerg", "alert", "crit", "error", "warn", "notice", "info", "debug");
            String lower = word.toLowerCase(java.util.Locale.ROOT);
            if (!levels.contains(lower) && !lower.matches("trace[1-8]")) {
                throw new Mistake("");
            }
            return lower;
        }
    }
}
