package org.brood.server.core;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.brood.api.FileStatus;
import org.brood.conf.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * FileETag: what the validator of a file is made of.
 *
 * @param absolute whether it replaces what is around it
 * @param parts what is in it
 * @param added what + adds
 * @param removed what - takes away
 */
public record EtagParts(boolean absolute, Set<Part> parts, Set<Part> added, Set<Part> removed) {
    /** MTime and Size. */
    public static final EtagParts STANDARD =
            new EtagParts(false, EnumSet.of(Part.MTIME, Part.SIZE), Set.of(), Set.of());

    /** The words of the directive. */
    public enum Part {
        INODE,
        MTIME,
        SIZE,
        DIGEST
    }

    public EtagParts {
        parts = Set.copyOf(parts);
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    EtagParts overlay(EtagParts inner) {
        if (inner.absolute) {
            return inner;
        }
        Set<Part> now = EnumSet.noneOf(Part.class);
        now.addAll(parts);
        now.removeAll(inner.removed);
        now.addAll(inner.added);
        return new EtagParts(
                absolute, now, plus(added, inner.added, inner.removed), plus(removed, inner.removed, inner.added));
    }

    private static Set<Part> plus(Set<Part> one, Set<Part> more, Set<Part> less) {
        Set<Part> all = EnumSet.noneOf(Part.class);
        all.addAll(one);
        all.removeAll(less);
        all.addAll(more);
        return all;
    }

    static EtagParts parse(Iterable<String> words) throws ConfigurationException {
        Set<Part> set = EnumSet.noneOf(Part.class);
        Set<Part> plus = EnumSet.noneOf(Part.class);
        Set<Part> minus = EnumSet.noneOf(Part.class);
        boolean absolute = false;
        for (String word : words) {
            char sign = word.charAt(0);
            String name = sign == '+' || sign == '-' ? word.substring(1) : word;
            Set<Part> some = of(name);
            switch (sign) {
                case '+' -> plus.addAll(some);
                case '-' -> minus.addAll(some);
                default -> {
                    absolute = true;
                    set.addAll(some);
                }
            }
        }
        return new EtagParts(absolute, set, plus, minus);
    }

    private static Set<Part> of(String name) throws ConfigurationException {
        @Nullable
        Set<Part> found = switch (name.toLowerCase(Locale.ROOT)) {
            case "none" -> Set.of();
            case "all" -> Set.of(Part.INODE, Part.MTIME, Part.SIZE);
            case "mtime" -> Set.of(Part.MTIME);
            case "size" -> Set.of(Part.SIZE);
            case "inode" -> Set.of(Part.INODE);
            case "digest" -> Set.of(Part.DIGEST);
            default -> null;
        };
        if (found == null) {
            throw new ConfigurationException(null, "Unknown keyword '" + name + "' for FileETag directive");
        }
        return found;
    }

    /**
     * The validator of a file: hexadecimal parts joined by hyphens, in quotes; empty when there is to be none. Weak while the
     * file is younger than a second.
     */
    String tag(FileStatus status, boolean weak) {
        StringBuilder text = new StringBuilder(48);
        if (parts.contains(Part.INODE)) {
            part(text, status.inode());
        }
        if (parts.contains(Part.SIZE)) {
            part(text, status.size());
        }
        if (parts.contains(Part.MTIME)) {
            part(text, status.modifiedMicros());
        }
        if (text.isEmpty()) {
            return "";
        }
        return (weak ? "W/\"" : "\"") + text + '"';
    }

    private static void part(StringBuilder text, long value) {
        if (!text.isEmpty()) {
            text.append('-');
        }
        text.append(Long.toHexString(value));
    }
}
