package org.brood.conf.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Declaration;
import org.brood.conf.DirectiveNode;
import org.brood.conf.SourceLine;
import org.brood.conf.text.ArgumentSplitter;
import org.brood.conf.text.LineReader;
import org.brood.conf.text.Words;

/**
 * One file becomes a list of nodes.
 *
 * <p>Containers pair here; directives that act while reading (Include, Define, LoadModule, {@code <IfModule>} ...) are
 * done here and leave what they include in their place. A true conditional is read as if its two lines were not there,
 * except that containers must not cross them; a false one is skipped by counting containers, whatever stands in it.
 */
final class TreeReader {
    /** A container whose end was not seen yet. */
    private record Open(String name, String arguments, SourceLine source, List<DirectiveNode> children) {}

    private final Reading reading;
    private final Permission permission;
    private final LineReader lines;
    private final ReadingDirectives acting;

    TreeReader(Reading reading, Permission permission, LineReader lines) {
        this.reading = reading;
        this.permission = permission;
        this.lines = lines;
        this.acting = new ReadingDirectives(reading, permission, this);
    }

    /** The whole file. */
    List<DirectiveNode> file() throws ConfigurationException {
        return block("");
    }

    LineReader lines() {
        return lines;
    }

    /**
     * Reads to the line {@code closing} outside all containers opened here, or to the end of the file.
     *
     * @param closing {@code </IfModule>}, in any case; empty for the end of the file
     */
    List<DirectiveNode> block(String closing) throws ConfigurationException {
        List<DirectiveNode> nodes = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        while (lines.next()) {
            String text = lines.text();
            if (text.isEmpty() || text.charAt(0) == '#') {
                continue;
            }
            if (open.isEmpty() && !closing.isEmpty() && closing.equalsIgnoreCase(text)) {
                return nodes;
            }
            line(reading.resolved(text), nodes, open);
        }
        if (!open.isEmpty() && closing.isEmpty()) {
            throw notClosed(open);
        }
        while (!open.isEmpty()) {
            close(open, nodes); // httpd forgives a container that the file's end closes inside a conditional
        }
        return nodes;
    }

    private void line(String text, List<DirectiveNode> top, Deque<Open> open) throws ConfigurationException {
        Words words = new Words(text);
        String name = words.next();
        if (name.isEmpty()) {
            return;
        }
        String rest = words.rest();
        if (name.startsWith("</")) {
            end(name, open, top);
            return;
        }
        if (name.length() > 1 && name.endsWith(">")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.charAt(0) == '<' && rest.isEmpty()) {
            rest = ">";
        }
        List<DirectiveNode> here = open.isEmpty() ? top : open.peek().children();
        if (act(name, rest, here)) {
            return;
        }
        if (name.charAt(0) == '<') {
            open.push(new Open(name, rest, lines.source(), new ArrayList<>()));
        } else {
            here.add(new DirectiveNode(name, rest, lines.source(), List.of()));
        }
    }

    /** Does a directive that acts while reading; false when it is none. */
    private boolean act(String name, String rest, List<DirectiveNode> here) throws ConfigurationException {
        ReadingDirective directive = ReadingDirective.named(name);
        if (directive == null) {
            return false;
        }
        List<Declaration> declarations = reading.vocabulary().declarations(name);
        if (declarations.isEmpty()) {
            return false;
        }
        SourceLine source = lines.source();
        try {
            Declaration declaration = declarations.getFirst();
            if (!permission.allows(declaration.spec())) {
                throw new ConfigurationException(null, declaration.spec().openName() + " not allowed here");
            }
            List<List<String>> calls = ArgumentSplitter.calls(declaration.spec(), rest);
            here.addAll(acting.perform(directive, calls.getFirst()));
            return true;
        } catch (ConfigurationException mistake) {
            throw mistake.source() == null
                    ? ConfigurationException.whileReading(source, String.valueOf(mistake.getMessage()))
                    : mistake;
        }
    }

    private void end(String name, Deque<Open> open, List<DirectiveNode> top) throws ConfigurationException {
        if (open.isEmpty()) {
            throw mistake(name + " without matching <" + name.substring(2) + " section");
        }
        if (!name.endsWith(">")) {
            throw mistake(name + "> directive missing closing '>'");
        }
        String bare = name.substring(2, name.length() - 1);
        String expected = declaredName(open.peek().name()).substring(1);
        if (!bare.equalsIgnoreCase(expected)) {
            throw mistake("Expected </" + expected + "> but saw </" + bare + ">");
        }
        close(open, top);
    }

    private static void close(Deque<Open> open, List<DirectiveNode> top) {
        Open closed = open.pop();
        List<DirectiveNode> outer = open.isEmpty() ? top : open.peek().children();
        outer.add(new DirectiveNode(closed.name(), closed.arguments(), closed.source(), closed.children()));
    }

    /** httpd's messages write a known directive as it was declared, another one as it was written. */
    private String declaredName(String name) {
        List<Declaration> known = reading.vocabulary().declarations(name);
        return known.isEmpty() ? name : known.getFirst().spec().openName();
    }

    private ConfigurationException notClosed(Deque<Open> open) {
        StringBuilder text = new StringBuilder();
        for (Open container : open) {
            text.append(text.isEmpty() ? "" : "\n").append(container.source());
            text.append(": ").append(declaredName(container.name())).append("> was not closed.");
        }
        return ConfigurationException.whileReading(open.getLast().source(), text.toString());
    }

    private ConfigurationException mistake(String text) {
        return ConfigurationException.whileReading(lines.source(), text);
    }

    /** Skips to the end of the container {@code name}, whose first line was just read. */
    void skip(String name) throws ConfigurationException {
        Deque<String> open = new ArrayDeque<>();
        open.push(name.substring(1));
        while (!open.isEmpty()) {
            if (!lines.next()) {
                throw new ConfigurationException(null, "Expected </" + open.peek() + "> before end of configuration");
            }
            skipLine(lines.text(), open);
        }
    }

    private static void skipLine(String text, Deque<String> open) throws ConfigurationException {
        if (text.isEmpty() || text.charAt(0) != '<' && text.charAt(0) != '"' && text.charAt(0) != '\'') {
            return;
        }
        Words words = new Words(text);
        String name = words.next();
        if (name.startsWith("</")) {
            String bare = name.substring(2, Math.max(2, name.length() - 1));
            if (!bare.equalsIgnoreCase(open.peek())) {
                throw new ConfigurationException(null, "Expected </" + open.peek() + "> but saw </" + bare + ">");
            }
            open.pop();
        } else if (name.startsWith("<")) {
            boolean bare = words.atEnd() && name.endsWith(">");
            open.push(name.substring(1, bare ? name.length() - 1 : name.length()));
        }
    }
}
