package org.brood.conf.expr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What the file operators and functions look at. */
final class FileFacts {
    private static final long LARGEST = 10L * 1024 * 1024;

    private FileFacts() {}

    /** A test of one path; false when the name cannot be a path. */
    interface Check {
        boolean holds(Path path) throws IOException;
    }

    static boolean check(String name, Check check) {
        try {
            return check.holds(Path.of(name));
        } catch (IOException | InvalidPathException unusable) {
            return false;
        }
    }

    static boolean isDirectory(String name) {
        return check(name, path -> Files.isDirectory(path));
    }

    static boolean exists(String name) {
        return check(name, path -> Files.exists(path));
    }

    static boolean isFile(String name) {
        return check(name, path -> Files.isRegularFile(path));
    }

    static boolean isFilledFile(String name) {
        return check(name, path -> Files.isRegularFile(path) && Files.size(path) > 0);
    }

    static boolean isLink(String name) {
        return check(name, Files::isSymbolicLink);
    }

    static boolean isExecutable(String name) {
        return check(
                name,
                path -> Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
                        .anyMatch(permission -> permission.name().endsWith("_EXECUTE")));
    }

    static String size(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) ? String.valueOf(Files.size(path)) : "0";
        } catch (IOException | InvalidPathException unusable) {
            return "0";
        }
    }

    static String content(String name) throws ExpressionFailure {
        try {
            Path path = Path.of(name);
            if (Files.size(path) > LARGEST) {
                throw new ExpressionFailure("File " + name + " too large");
            }
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new ExpressionFailure("Cannot open file " + name);
        }
    }
}
