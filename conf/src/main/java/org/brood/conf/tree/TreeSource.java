package org.brood.conf.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveNode;
import org.brood.conf.Vocabulary;
import org.brood.conf.text.Defines;
import org.brood.conf.text.LineReader;

/** Reads trees: a whole configuration, or the text of one {@code .htaccess} file. */
public final class TreeSource {

    /** A configuration after reading. */
    public record Tree(
            List<DirectiveNode> nodes,
            Path serverRoot,
            Defines defines,
            List<LoadedModule> modules,
            List<IncludedFile> included) {}

    private TreeSource() {}

    /**
     * The directives of {@code -C}, the file, the directives of {@code -c}.
     *
     * @param vocabulary grows with each LoadModule
     */
    public static Tree configuration(Path file, ReaderOptions options, Vocabulary vocabulary)
            throws ConfigurationException {
        Reading reading =
                new Reading(options, vocabulary, new Defines(options.defines(), options.environment()), false);
        List<DirectiveNode> nodes = new ArrayList<>(commandLine(reading, options.before()));
        nodes.addAll(new Inclusion(reading, Permission.SERVER_FILES).file(reading.serverRelative(file.toString()), 0));
        nodes.addAll(commandLine(reading, options.after()));
        return new Tree(nodes, reading.serverRoot(), reading.defines(), reading.loaded(), reading.included());
    }

    private static List<DirectiveNode> commandLine(Reading reading, List<String> directives)
            throws ConfigurationException {
        String text = String.join("\n", directives);
        LineReader lines = new LineReader("-c/-C directives", text, LineReader.LONGEST_LINE);
        try {
            return new TreeReader(reading, Permission.SERVER_FILES, lines).file();
        } catch (ConfigurationException mistake) {
            throw ConfigurationException.whileReading(null, "Syntax error in -C/-c directive: " + mistake.getMessage());
        }
    }

    /**
     * @param defines of the server's configuration
     * @throws ConfigurationException whose message, without file and line, is what httpd logs behind the file's name
     */
    public static List<DirectiveNode> htaccess(
            String file,
            String text,
            ReaderOptions options,
            Vocabulary vocabulary,
            Defines defines,
            Permission permission)
            throws ConfigurationException {
        Reading reading = new Reading(options, vocabulary, defines, true);
        LineReader lines = new LineReader(file, text, LineReader.LONGEST_HTACCESS_LINE);
        return new TreeReader(reading, permission, lines).file();
    }
}
