package org.brood.conf.text;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.jspecify.annotations.Nullable;

/** Holds the rest of a line against {@link Arguments} and refuses it in httpd's words. */
public final class ArgumentSplitter {

    private ArgumentSplitter() {}

    /** One list of arguments for each call of the directive's action. */
    public static List<List<String>> calls(DirectiveSpec spec, String rest) throws ConfigurationException {
        return switch (spec.arguments()) {
            case RAW -> List.of(List.of(rest));
            case NONE -> none(spec, rest);
            case FLAG -> flag(spec, Words.of(rest));
            case EACH -> each(spec, Words.of(rest));
            case FIRST_WITH_EACH -> firstWithEach(spec, Words.of(rest));
            case ANY -> List.of(Words.of(rest));
            case ONE, TWO, THREE, ONE_OR_TWO, TWO_OR_THREE, ONE_OR_THREE, ONE_TO_THREE ->
                List.of(counted(spec, Words.of(rest)));
        };
    }

    private static List<List<String>> none(DirectiveSpec spec, String rest) throws ConfigurationException {
        if (!rest.isEmpty()) {
            throw mistake(spec, " takes no arguments", null);
        }
        return List.of(List.of());
    }

    private static List<List<String>> flag(DirectiveSpec spec, List<String> words) throws ConfigurationException {
        String word = words.isEmpty() ? "" : words.getFirst();
        if (!word.equalsIgnoreCase("on") && !word.equalsIgnoreCase("off")) {
            throw mistake(spec, " must be On or Off", null);
        }
        return List.of(List.of(word));
    }

    private static List<List<String>> each(DirectiveSpec spec, List<String> words) throws ConfigurationException {
        List<List<String>> calls = new ArrayList<>();
        for (int i = 0; i < words.size() && !words.get(i).isEmpty(); i++) {
            calls.add(List.of(words.get(i)));
        }
        if (calls.isEmpty()) {
            throw mistake(spec, " requires at least one argument", spec.help());
        }
        return calls;
    }

    private static List<List<String>> firstWithEach(DirectiveSpec spec, List<String> words)
            throws ConfigurationException {
        if (words.size() < 2 || words.getFirst().isEmpty()) {
            throw mistake(spec, " requires at least two arguments", spec.help());
        }
        List<List<String>> calls = new ArrayList<>();
        for (int i = 1; i < words.size() && !words.get(i).isEmpty(); i++) {
            calls.add(List.of(words.getFirst(), words.get(i)));
        }
        return calls;
    }

    private static List<String> counted(DirectiveSpec spec, List<String> words) throws ConfigurationException {
        int least = least(spec.arguments());
        int most = most(spec.arguments());
        boolean fits = words.size() >= least && words.size() <= most;
        for (int i = 0; fits && i < least; i++) {
            fits = !words.get(i).isEmpty();
        }
        if (spec.arguments() == Arguments.ONE_OR_THREE
                && words.size() == 2
                && !words.get(1).isEmpty()) {
            fits = false;
        }
        if (!fits) {
            throw mistake(spec, count(spec.arguments()), spec.help());
        }
        boolean emptyLast = words.size() == 2
                && spec.arguments() == Arguments.ONE_OR_TWO
                && words.get(1).isEmpty();
        return List.copyOf(emptyLast ? words.subList(0, 1) : words);
    }

    private static int least(Arguments arguments) {
        return switch (arguments) {
            case ONE, ONE_OR_TWO, ONE_OR_THREE, ONE_TO_THREE -> 1;
            case TWO, TWO_OR_THREE -> 2;
            case THREE -> 3;
            case NONE, RAW, FLAG, ANY, EACH, FIRST_WITH_EACH -> 0;
        };
    }

    private static int most(Arguments arguments) {
        return switch (arguments) {
            case ONE -> 1;
            case TWO, ONE_OR_TWO -> 2;
            case THREE, TWO_OR_THREE, ONE_OR_THREE, ONE_TO_THREE -> 3;
            case NONE, RAW, FLAG, ANY, EACH, FIRST_WITH_EACH -> 0;
        };
    }

    private static String count(Arguments arguments) {
        return switch (arguments) {
            case ONE -> " takes one argument";
            case TWO -> " takes two arguments";
            case THREE -> " takes three arguments";
            case ONE_OR_TWO -> " takes 1-2 arguments";
            case TWO_OR_THREE -> " takes two or three arguments";
            case ONE_OR_THREE -> " takes one or three arguments";
            case ONE_TO_THREE -> " takes one, two or three arguments";
            case NONE, RAW, FLAG, ANY, EACH, FIRST_WITH_EACH -> "";
        };
    }

    private static ConfigurationException mistake(DirectiveSpec spec, String what, @Nullable String help) {
        String hint = help == null || help.isEmpty() ? "" : ", " + help;
        return new ConfigurationException(null, spec.openName() + what + hint);
    }
}
