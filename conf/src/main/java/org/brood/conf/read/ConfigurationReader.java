package org.brood.conf.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ModuleSpec;
import org.brood.conf.Vocabulary;
import org.brood.conf.expr.ExpressionVocabulary;
import org.brood.conf.tree.LoadedModule;
import org.brood.conf.tree.ReaderOptions;
import org.brood.conf.tree.TreeSource;

/**
 * Reads a configuration in two steps: {@link #resolve} touches files, {@link #apply} does not. The parent does both, to
 * check; a child only applies what its parent resolved.
 */
public final class ConfigurationReader {
    private final List<ModuleSpec> modules;
    private final ReaderOptions options;
    private final ExpressionVocabulary expressions;

    /** @param modules all that are built in, present from the start or waiting for LoadModule */
    public ConfigurationReader(List<ModuleSpec> modules, ReaderOptions options) {
        this(modules, options, ExpressionVocabulary.STANDARD);
    }

    /** @param expressions what expressions may name */
    public ConfigurationReader(List<ModuleSpec> modules, ReaderOptions options, ExpressionVocabulary expressions) {
        List<ModuleSpec> all = new ArrayList<>(LanguageModules.all());
        all.addAll(modules);
        this.modules = List.copyOf(all);
        this.options = options;
        this.expressions = expressions;
    }

    /** @param file relative to the server root of the options, or absolute */
    public ResolvedConfiguration resolve(Path file) throws ConfigurationException {
        return ResolvedConfiguration.of(TreeSource.configuration(file, options, new Vocabulary(modules)));
    }

    /**
     * Checks every directive and merges the settings.
     *
     * @throws ConfigurationException of the first mistake
     */
    public ServerConfiguration apply(ResolvedConfiguration resolved) throws ConfigurationException {
        Vocabulary vocabulary = new Vocabulary(modules);
        for (LoadedModule module : resolved.modules()) {
            vocabulary.add(loaded(module, vocabulary));
        }
        Path serverRoot = Path.of(resolved.serverRoot());
        return new Applier(
                        vocabulary,
                        serverRoot,
                        options.warnings(),
                        Strictness.SERVER_FILES,
                        expressions,
                        options.fileChecks())
                .server(resolved.nodes());
    }

    private ModuleSpec loaded(LoadedModule module, Vocabulary vocabulary) throws ConfigurationException {
        if (!module.jar().isEmpty()) {
            return options.loader().load(module.identifier(), Path.of(module.jar()));
        }
        return vocabulary
                .available(module.identifier())
                .orElseThrow(() -> new IllegalStateException("no module " + module.identifier() + " is built in"));
    }

    /** Both steps. */
    public ServerConfiguration read(Path file) throws ConfigurationException {
        return apply(resolve(file));
    }
}
