package org.brood.conf.read;

import java.util.List;
import org.brood.conf.DirectiveNode;
import org.brood.conf.tree.IncludedFile;
import org.brood.conf.tree.LoadedModule;
import org.brood.conf.tree.TreeSource;

/**
 * A configuration after reading and before applying: every Include expanded, conditionals decided, names resolved, each
 * line with its file and number. It needs no file any more; {@link #text()} carries it to a child process and
 * {@link #parse} brings it back with the same meaning.
 *
 * @param serverRoot absolute
 * @param defines for {@code <IfDefine>} and {@code ${NAME}} in {@code .htaccess}, and for {@code -S}
 * @param modules the LoadModule lines
 * @param included for {@code DUMP_INCLUDES}; not carried to children
 */
public record ResolvedConfiguration(
        String serverRoot,
        List<Define> defines,
        List<LoadedModule> modules,
        List<DirectiveNode> nodes,
        List<IncludedFile> included) {

    /** @param value null for a name without one */
    public record Define(
            String name, @org.jspecify.annotations.Nullable String value) {}

    public ResolvedConfiguration {
        defines = List.copyOf(defines);
        modules = List.copyOf(modules);
        included = List.copyOf(included);
    }

    static ResolvedConfiguration of(TreeSource.Tree tree) {
        List<Define> defines = tree.defines().names().stream()
                .map(name -> new Define(name, tree.defines().value(name)))
                .toList();
        return new ResolvedConfiguration(
                tree.serverRoot().toString(), defines, tree.modules(), tree.nodes(), tree.included());
    }

    /** One record a line; see {@link ResolvedText}. */
    public String text() {
        return new ResolvedText.Writer().write(this);
    }

    /** @throws IllegalStateException if the text was not made by {@link #text()} */
    public static ResolvedConfiguration parse(String text) {
        return new ResolvedText.Parser(text).parse();
    }
}
