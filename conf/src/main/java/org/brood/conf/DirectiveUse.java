package org.brood.conf;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One use of a directive, while it is being applied. Valid during the call only. */
public interface DirectiveUse {

    /** The directive's name as it was written. */
    String name();

    /** The arguments after quotes, escapes and {@code ${DEFINES}} are resolved; their number fits {@link Arguments}. */
    List<String> arguments();

    default String argument(int index) {
        return arguments().get(index);
    }

    /** The argument of {@link Arguments#FLAG}. */
    default boolean flag() {
        return argument(0).equalsIgnoreCase("on");
    }

    SourceLine source();

    Place place();

    /**
     * The argument of the innermost section around this use, as {@code <Directory "/srv">} gives {@code /srv/}; null outside
     * every section, in a virtual host too. Alias-like directives in {@code <Location>} need it. In {@code .htaccess} the
     * directory of that file.
     */
    @Nullable
    String enclosingPath();

    /** That section's name in lower case ({@code directory}, {@code locationmatch} ...); null outside every section. */
    @Nullable
    String enclosingName();

    /** All containers around this use, the innermost first, as they were declared: {@code <Files}, {@code <VirtualHost}. */
    List<String> containers();

    /** The request methods that this use is about: fewer than all inside {@code <Limit>} and {@code <LimitExcept>}. */
    default MethodLimit methods() {
        return MethodLimit.ALL;
    }

    /** A file name made absolute against ServerRoot, as httpd does for relative names. */
    Path serverRelative(String file);

    /** Replaces the settings of {@code key} at this place: the server's own or the directory's own, as the key's kind says. */
    <T> void update(SettingsKey<T> key, UnaryOperator<T> change);

    /** What has been said so far under {@code key} at this very place (not merged with what lies around it). */
    <T> T settings(SettingsKey<T> key);

    /** A warning that does not stop the start: console in the first pass, error log later. */
    void warn(String messageId, String text);

    /** A remark of level info, which is seen only by those who ask for more ({@code -e info}). */
    default void inform(String messageId, String text) {}

    /** Which files are looked for now; an action that looks for one asks first. */
    default FileChecks fileChecks() {
        return FileChecks.ALL;
    }

    /** Whether a module is there, by a name that {@code <IfModule>} would take. */
    default boolean isPresent(String module) {
        return true;
    }
}
