package org.brood.conf.tree;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.match.Wildcard;

/**
 * The files an Include means: a file; a directory with all that is below it; a pattern whose wildcards may stand in any
 * part of the path. Names are sorted by byte value within their directory. A wildcard never matches a leading dot, but
 * a whole directory includes its hidden files, as in httpd.
 */
final class IncludedPaths {
    /** Directories in directories, as in httpd. */
    private static final int DEEPEST_DIRECTORY = 128;

    private static final String PREFIX = "Include/IncludeOptional: ";

    private final boolean optional;
    private final List<Path> found = new ArrayList<>();

    IncludedPaths(boolean optional) {
        this.optional = optional;
    }

    List<Path> named(Path pattern) throws ConfigurationException {
        Path root = Path.of("/");
        if (Wildcard.isPattern(pattern.toString())) {
            matching(root, pattern, 0);
        } else {
            plain(pattern, 0);
        }
        return found;
    }

    private void plain(Path path, int depth) throws ConfigurationException {
        if (Files.isDirectory(path)) {
            if (depth == DEEPEST_DIRECTORY) {
                throw new ConfigurationException(
                        null,
                        PREFIX + "Directory '" + path
                                + "' exceeds the maximum include directory nesting level of " + DEEPEST_DIRECTORY
                                + ". You have probably a recursion somewhere.");
            }
            for (Path entry : entries(path)) {
                plain(entry, depth + 1);
            }
        } else if (!optional || Files.exists(path)) {
            found.add(path);
        }
    }

    private void matching(Path directory, Path pattern, int index) throws ConfigurationException {
        if (index == pattern.getNameCount()) {
            plain(directory, 0);
            return;
        }
        String part = pattern.getName(index).toString();
        if (!Wildcard.isPattern(part)) {
            matching(directory.resolve(part), pattern, index + 1);
            return;
        }
        boolean last = index + 1 == pattern.getNameCount();
        Wildcard wildcard = Wildcard.hidingDotFiles(part);
        List<Path> candidates = new ArrayList<>();
        for (Path entry : entries(directory)) {
            if (wildcard.matches(entry.getFileName().toString()) && (last || isRealDirectory(entry))) {
                candidates.add(entry);
            }
        }
        if (candidates.isEmpty() && !optional) {
            throw new ConfigurationException(
                    null, PREFIX + "No matches for the wildcard '" + part + "' in '" + directory + "', failing");
        }
        for (Path candidate : candidates) {
            matching(candidate, pattern, index + 1);
        }
    }

    private static boolean isRealDirectory(Path entry) {
        return Files.isDirectory(entry);
    }

    private List<Path> entries(Path directory) throws ConfigurationException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        } catch (NoSuchFileException missing) {
            if (!optional) {
                throw cannotOpen(directory, missing);
            }
        } catch (IOException failure) {
            throw cannotOpen(directory, failure);
        }
        entries.sort(
                (a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
        return entries;
    }

    private static ConfigurationException cannotOpen(Path directory, IOException failure) {
        return new ConfigurationException(
                null, PREFIX + "Could not open directory " + directory + ": " + FileFailure.text(failure));
    }
}
