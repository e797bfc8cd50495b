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
import org.jspecify.annotations.Nullable;

/** mod_macro: {@code <Macro name $a $b>} keeps lines, {@code Use name x y} reads them with the arguments put in. */
final class Macros {
    /** The lines between the brackets, not yet resolved, with the parameters in order. */
    private record Macro(String name, List<String> parameters, String body, SourceLine source) {}

    /** Reads nodes from lines. */
    interface NodeReader {
        List<DirectiveNode> read(LineReader lines) throws ConfigurationException;
    }

    private final Map<String, Macro> macros = new HashMap<>();
    private final List<String> inUse = new ArrayList<>();

    List<DirectiveNode> define(String raw, LineReader lines, WarningSink warnings) throws ConfigurationException {
        SourceLine source = lines.source();
        int end = raw.lastIndexOf('>');
        if (end < 0) {
            throw new ConfigurationException(null, "<Macro> directive missing closing '>'");
        }
        List<String> words = Words.of(raw.substring(0, end));
        if (words.isEmpty()) {
            throw new ConfigurationException(null, "<Macro macro-name ...> directive requires a macro name");
        }
        String name = words.getFirst();
        if (words.contains("")) {
            throw new ConfigurationException(null, "macro '" + name + "': empty argument #" + words.indexOf(""));
        }
        Macro macro = new Macro(name, List.copyOf(words.subList(1, words.size())), body(name, lines), source);
        Macro old = macros.put(name.toLowerCase(Locale.ROOT), macro);
        if (old != null) {
            warnings.warn(
                    "AH02803",
                    "macro '" + name + "' multiply defined: " + old.source() + ", redefined on line " + source.line()
                            + " of \"" + source.file() + "\"");
        }
        return List.of();
    }

    private static String body(String name, LineReader lines) throws ConfigurationException {
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
        throw new ConfigurationException(
                null, "macro '" + name + "' is not closed: expected </Macro> before end of" + " configuration");
    }

    List<DirectiveNode> undefine(String raw) throws ConfigurationException {
        String name = new Words(raw).next();
        if (macros.remove(name.toLowerCase(Locale.ROOT)) == null) {
            throw new ConfigurationException(null, "UndefMacro: macro '" + name + "' undefined");
        }
        return List.of();
    }

    List<DirectiveNode> use(String raw, SourceLine source, NodeReader reader) throws ConfigurationException {
        List<String> words = Words.of(raw);
        if (words.isEmpty()) {
            throw new ConfigurationException(null, "no macro name specified in Use");
        }
        String key = words.getFirst().toLowerCase(Locale.ROOT);
        Macro macro = known(words.getFirst(), macros.get(key));
        List<String> values = words.subList(1, words.size());
        if (values.size() != macro.parameters().size()) {
            throw new ConfigurationException(
                    null,
                    "Macro '" + macro.name() + "' has " + macro.parameters().size() + " argument(s), use provides "
                            + values.size());
        }
        if (inUse.contains(key)) {
            throw new ConfigurationException(null, "recursive use of macro '" + macro.name() + "' is invalid");
        }
        inUse.add(key);
        List<DirectiveNode> nodes = reader.read(lines(macro, values, source));
        inUse.removeLast();
        return nodes;
    }

    private static Macro known(String name, @Nullable Macro macro) throws ConfigurationException {
        if (macro == null) {
            throw new ConfigurationException(null, "macro '" + name + "' undefined");
        }
        return macro;
    }

    private static LineReader lines(Macro macro, List<String> values, SourceLine use) {
        String file = "macro '" + macro.name() + "' (defined on line "
                + macro.source().line() + " of \"" + macro.source().file() + "\") used on line " + use.line() + " of \""
                + use.file() + "\"";
        return new LineReader(file, substituted(macro, values), LineReader.LONGEST_LINE);
    }

    /** At each place the longest parameter that stands there wins, as in mod_macro. */
    private static String substituted(Macro macro, List<String> values) {
        StringBuilder out = new StringBuilder(macro.body().length() + 64);
        int position = 0;
        while (position < macro.body().length()) {
            int best = -1;
            for (int i = 0; i < values.size(); i++) {
                String parameter = macro.parameters().get(i);
                boolean longer = best < 0
                        || parameter.length() > macro.parameters().get(best).length();
                if (longer && macro.body().startsWith(parameter, position)) {
                    best = i;
                }
            }
            out.append(best < 0 ? macro.body().substring(position, position + 1) : values.get(best));
            position += best < 0 ? 1 : macro.parameters().get(best).length();
        }
        return out.toString();
    }
}
