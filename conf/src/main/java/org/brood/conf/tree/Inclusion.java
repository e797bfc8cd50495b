package org.brood.conf.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveNode;
import org.brood.conf.text.LineReader;

/** Include and IncludeOptional: which files a name means, and their nodes in its place. */
final class Inclusion {
    /** Files in files, as in httpd. */
    private static final int DEEPEST_INCLUDE = 128;

    private final Reading reading;
    private final Permission permission;

    Inclusion(Reading reading, Permission permission) {
        this.reading = reading;
        this.permission = permission;
    }

    List<DirectiveNode> include(String name, boolean optional, int line) throws ConfigurationException {
        int depth = reading.includeDepth() + 1;
        if (depth > DEEPEST_INCLUDE) {
            throw new ConfigurationException(
                    null,
                    "Exceeded maximum include depth of " + DEEPEST_INCLUDE + ", There appears to be a recursion.");
        }
        reading.includeDepth(depth);
        List<DirectiveNode> nodes = new ArrayList<>();
        for (Path file : new IncludedPaths(optional).named(reading.serverRelative(name))) {
            nodes.addAll(included(file, line));
        }
        reading.includeDepth(depth - 1);
        return nodes;
    }

    /** A mistake in the file becomes part of the mistake of the Include. */
    private List<DirectiveNode> included(Path file, int line) throws ConfigurationException {
        try {
            return file(file, line);
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(null, mistake.report());
        }
    }

    /** @param line of the Include, 0 for the main file */
    List<DirectiveNode> file(Path file, int line) throws ConfigurationException {
        String text = text(file);
        reading.included().add(new IncludedFile(reading.includeDepth(), line, file.toString()));
        LineReader lines = new LineReader(file.toString(), text, LineReader.LONGEST_LINE);
        return new TreeReader(reading, permission, lines).file();
    }

    private static String text(Path file) throws ConfigurationException {
        try {
            if (Files.exists(file)
                    && !Files.isRegularFile(file)
                    && !file.toString().equals("/dev/null")) {
                throw cannotOpen(file, "Bad file descriptor");
            }
            return ConfigurationText.of(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw cannotOpen(file, FileFailure.text(failure));
        }
    }

    private static ConfigurationException cannotOpen(Path file, String why) {
        return ConfigurationException.whileReading(null, "Could not open configuration file " + file + ": " + why);
    }
}
