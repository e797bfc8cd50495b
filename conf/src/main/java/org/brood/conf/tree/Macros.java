package org.brood.conf.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveNode;
import org.brood.conf.SourceLine;
import org.brood.conf.WarningSink;
import org.brood.conf.text.LineReader;
import org.brood.conf.text.Words;

/**
 * mod_macro: {@code <Macro name $a $b>} keeps lines, {@code Use name x y} reads them with the arguments put in.
 *
 * <p>Unlike in httpd, a container that a macro opens must end in the same macro.
 */
final class Macros {
    /**
     * @param name in lower case
     * @param body the lines between the brackets, names not yet resolved
     */
    private record Macro(String name, List<String> parameters, String body, SourceLine source) {

        String where() {
            return "macro '" + name + "' (defined on line " + source.line() + " of \"" + source.file() + "\")";
        }
    }

    /** Reads nodes from lines. */
    interface NodeReader {
        List<DirectiveNode> read(LineReader lines) throws ConfigurationException;
    }

    private final Map<String, Macro> macros = new HashMap<>();
    private final List<String> inUse = new ArrayList<>();
    private boolean anyDefined;

    List<DirectiveNode> define(String raw, LineReader lines, WarningSink warnings) throws ConfigurationException {
        int end = raw.lastIndexOf('>');
        if (end < 0) {
            throw mistake("<Macro> directive missing closing '>'");
        }
        List<String> words = Words.of(raw.substring(0, end));
        if (words.isEmpty()) {
            throw mistake("<Macro macro definition: empty name");
        }
        String name = words.getFirst().toLowerCase(Locale.ROOT);
        List<String> parameters = List.copyOf(words.subList(1, words.size()));
        Macro head = new Macro(name, parameters, "", lines.source());
        check(head);
        Macro old = macros.put(name, new Macro(name, parameters, body(head, lines), head.source()));
        anyDefined = true;
        if (old != null) {
            SourceLine first = old.source();
            warnings.warn(
                    "AH02802",
                    "macro '" + name + "' multiply defined: defined on line " + first.line() + " of \""
                            + first.file() + "\", redefined on line "
                            + head.source().line() + " of \""
                            + head.source().file() + "\"");
        }
        return List.of();
    }

    private static void check(Macro macro) throws ConfigurationException {
        List<String> parameters = macro.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (parameter.isEmpty()) {
                throw mistake(macro.where() + ": empty argument #" + (i + 1) + " name");
            }
            int other = parameters.lastIndexOf(parameter);
            if (other > i) {
                throw mistake("argument name conflict in " + macro.where() + ": argument '" + parameter + "': #"
                        + (i + 1) + " and #" + (other + 1) + ", change argument names!");
            }
        }
    }

    private static String body(Macro macro, LineReader lines) throws ConfigurationException {
        StringBuilder body = new StringBuilder();
        int depth = 1;
        while (lines.next()) {
            String text = lines.text();
            String lower = text.toLowerCase(Locale.ROOT);
            depth += lower.startsWith("<macro") ? 1 : lower.startsWith("</macro>") ? -1 : 0;
            if (depth == 0) {
                return body.toString();
            }
            body.append(text).append('\n');
        }
        throw mistake(macro.where() + "\n\tcontents error: expected token not found: </Macro>");
    }

    List<DirectiveNode> undefine(String name) throws ConfigurationException {
        if (!anyDefined) {
            throw mistake("no macro defined before UndefMacro");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (macros.remove(lower) == null) {
            throw mistake("cannot remove undefined macro '" + lower + "'");
        }
        return List.of();
    }

    List<DirectiveNode> use(String raw, SourceLine source, NodeReader reader) throws ConfigurationException {
        if (!anyDefined) {
            throw mistake("no macro defined before Use");
        }
        List<String> words = Words.of(raw);
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw mistake("no macro name specified with Use");
        }
        String name = words.getFirst().toLowerCase(Locale.ROOT);
        Macro macro = macros.get(name);
        if (macro == null) {
            throw mistake("macro '" + name + "' undefined");
        }
        if (inUse.contains(name)) {
            throw mistake("recursive use of macro '" + name + "' is invalid");
        }
        List<String> values = words.subList(1, words.size());
        if (values.size() != macro.parameters().size()) {
            throw mistake(macro.where() + " used with " + values.size() + " arguments instead of "
                    + macro.parameters().size());
        }
        inUse.add(name);
        List<DirectiveNode> nodes = reader.read(lines(macro, values, source));
        inUse.removeLast();
        return nodes;
    }

    private static LineReader lines(Macro macro, List<String> values, SourceLine use) {
        String file = macro.where() + " used on line " + use.line() + " of \"" + use.file() + "\"";
        return new LineReader(file, substituted(macro, values), LineReader.LONGEST_LINE);
    }

    /** At each place the longest parameter that stands there wins. */
    private static String substituted(Macro macro, List<String> values) {
        StringBuilder out = new StringBuilder(macro.body().length() + 64);
        int position = 0;
        while (position < macro.body().length()) {
            int best = longestAt(macro, position);
            out.append(best < 0 ? macro.body().substring(position, position + 1) : values.get(best));
            position += best < 0 ? 1 : macro.parameters().get(best).length();
        }
        return out.toString();
    }

    private static int longestAt(Macro macro, int position) {
        int best = -1;
        for (int i = 0; i < macro.parameters().size(); i++) {
            String parameter = macro.parameters().get(i);
            boolean longer = best < 0
                    || parameter.length() > macro.parameters().get(best).length();
            if (longer && macro.body().startsWith(parameter, position)) {
                best = i;
            }
        }
        return best;
    }

    private static ConfigurationException mistake(String text) {
        return new ConfigurationException(null, text);
    }
}
