package org.brood.modules.generators.autoindex;

import java.util.List;
import org.brood.modules.text.Glob;
import org.jspecify.annotations.Nullable;

/**
 * An icon or an alternative text, and for what.
 *
 * @param place pattern of the paths below the section that said it
 * @param target pattern of names, types or encodings; empty for all
 */
record Label(By by, String place, String target, String text) {
    static final String DIRECTORY = "^^DIRECTORY^^";
    static final String BLANK = "^^BLANKICON^^";

    /** What {@link #target} is about. */
    enum By {
        PATH,
        TYPE,
        ENCODING
    }

    static Label of(By by, @Nullable String section, String target, String text) {
        String whole = by == By.PATH && !Glob.isPattern(target) ? "*" + target : target;
        return new Label(by, (section == null ? "" : section) + "*", whole, text);
    }

    /** The first text that fits an entry. */
    static @Nullable String find(List<Label> labels, String path, @Nullable String type, @Nullable String encoding) {
        for (Label label : labels) {
            if (label.fits(path, type, encoding)) {
                return label.text;
            }
        }
        return null;
    }

    /** The first text for a path or a special name, whatever its type. */
    static @Nullable String find(List<Label> labels, String path) {
        return find(labels, path, null, null);
    }

    private boolean fits(String path, @Nullable String type, @Nullable String encoding) {
        boolean special = path.startsWith("^");
        if (!special && !Glob.matches(place, path)) {
            return false;
        }
        if (target.isEmpty()) {
            return true;
        }
        if (by == By.PATH || special) {
            return Glob.matches(target, path);
        }
        String value = by == By.TYPE ? encoding == null ? type : null : encoding;
        return value != null && Glob.matchesCaseBlind(target, value);
    }

    /** As IndexIgnore compares: the place, and the names behind the last slashes. */
    boolean ignores(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String wanted = target.substring(target.lastIndexOf('/') + 1);
        return Glob.matches(place, path) && Glob.matches(wanted, name);
    }
}
