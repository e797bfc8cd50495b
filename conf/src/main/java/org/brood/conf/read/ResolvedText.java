package org.brood.conf.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.brood.conf.DirectiveNode;
import org.brood.conf.SourceLine;
import org.brood.conf.tree.LoadedModule;

/**
 * The text of a {@link ResolvedConfiguration}. One record a line, its kind in the first character, fields parted by tabs;
 * a directive's arguments come last and may hold tabs themselves. No logical line holds a newline.
 *
 * <pre>
 * R serverRoot
 * D name [value]        a define
 * M identifier jar      a LoadModule
 * F file                the file of the directives that follow
 * . line name args      a directive
 * &lt; line name args      a container opens
 * &gt;                     the container closes
 * </pre>
 *
 * <p>A child parses this before it may serve: no regular expressions, no streams, one pass.
 */
final class ResolvedText {
    private static final String HEADER = "brood-configuration 1";

    private ResolvedText() {}

    static final class Writer {
        private final StringBuilder out = new StringBuilder(64 * 1024);
        private String file = "";

        String write(ResolvedConfiguration configuration) {
            out.append(HEADER).append('\n');
            record('R', configuration.serverRoot());
            for (ResolvedConfiguration.Define define : configuration.defines()) {
                record('D', define.value() == null ? define.name() : define.name() + "\t" + define.value());
            }
            for (LoadedModule module : configuration.modules()) {
                record('M', module.identifier() + "\t" + module.jar());
            }
            nodes(configuration.nodes());
            return out.toString();
        }

        private void nodes(List<DirectiveNode> nodes) {
            for (DirectiveNode node : nodes) {
                if (!node.source().file().equals(file)) {
                    file = node.source().file();
                    record('F', file);
                }
                out.append(node.isContainer() ? '<' : '.').append(node.source().line());
                out.append('\t').append(node.name());
                out.append('\t').append(node.arguments()).append('\n');
                if (node.isContainer()) {
                    nodes(node.children());
                    out.append(">\n");
                }
            }
        }

        private void record(char kind, String fields) {
            out.append(kind).append(fields).append('\n');
        }
    }

    static final class Parser {
        private final String text;
        private final List<ResolvedConfiguration.Define> defines = new ArrayList<>();
        private final List<LoadedModule> modules = new ArrayList<>();
        private final Deque<List<DirectiveNode>> open = new ArrayDeque<>();
        private String serverRoot = "";
        private String file = "";

        Parser(String text) {
            this.text = text;
        }

        ResolvedConfiguration parse() {
            if (!text.startsWith(HEADER + "\n")) {
                throw new IllegalStateException("not a resolved configuration");
            }
            List<DirectiveNode> nodes = new ArrayList<>();
            open.push(nodes);
            int start = HEADER.length() + 1;
            while (start < text.length()) {
                int end = text.indexOf('\n', start);
                record(start, end < 0 ? text.length() : end);
                start = (end < 0 ? text.length() : end) + 1;
            }
            return new ResolvedConfiguration(serverRoot, defines, modules, nodes, List.of());
        }

        private void record(int start, int end) {
            switch (text.charAt(start)) {
                case 'R' -> serverRoot = text.substring(start + 1, end);
                case 'D' -> define(start + 1, end);
                case 'M' -> module(start + 1, end);
                case 'F' -> file = text.substring(start + 1, end);
                case '.' -> directive(start + 1, end, List.of());
                case '<' -> {
                    List<DirectiveNode> children = new ArrayList<>();
                    directive(start + 1, end, children);
                    open.push(children);
                }
                case '>' -> open.pop();
                default -> throw new IllegalStateException("unknown record in a resolved configuration");
            }
        }

        private void define(int start, int end) {
            int tab = text.indexOf('\t', start);
            boolean hasValue = tab >= 0 && tab < end;
            String name = text.substring(start, hasValue ? tab : end);
            defines.add(new ResolvedConfiguration.Define(name, hasValue ? text.substring(tab + 1, end) : null));
        }

        private void module(int start, int end) {
            int tab = text.indexOf('\t', start);
            modules.add(new LoadedModule(text.substring(start, tab), text.substring(tab + 1, end)));
        }

        private void directive(int start, int end, List<DirectiveNode> children) {
            int afterLine = text.indexOf('\t', start);
            int afterName = text.indexOf('\t', afterLine + 1);
            int line = Integer.parseInt(text, start, afterLine, 10);
            String name = text.substring(afterLine + 1, afterName);
            String arguments = text.substring(afterName + 1, end);
            List<DirectiveNode> here = open.element();
            here.add(new DirectiveNode(name, arguments, new SourceLine(file, line), children));
        }
    }
}
