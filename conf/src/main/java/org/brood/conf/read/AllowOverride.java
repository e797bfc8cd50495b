package org.brood.conf.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.brood.conf.OverrideClass;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/**
 * What {@code .htaccess} files of a place may say: AllowOverride and AllowOverrideList.
 *
 * @param classes null when AllowOverride was not used here
 * @param options the options that may be set: {@code Options=Indexes,FollowSymLinks}; null for all
 * @param passesForbidden {@code Nonfatal=Override}: what is not allowed is passed over with a warning
 * @param passesUnknown {@code Nonfatal=Unknown}
 * @param directives lower-case names of AllowOverrideList; null when it was not used here
 */
public record AllowOverride(
        @Nullable Set<OverrideClass> classes,
        @Nullable Set<OverridableOption> options,
        boolean passesForbidden,
        boolean passesUnknown,
        @Nullable List<String> directives) {
    /** Nothing was said; httpd then allows nothing. */
    static final AllowOverride UNSET = new AllowOverride(null, null, false, false, null);

    /** What holds at a place. */
    public static final SettingsKey<AllowOverride> KEY =
            SettingsKey.directory("core:override", UNSET, AllowOverride::overlaidBy);

    private AllowOverride overlaidBy(AllowOverride inner) {
        AllowOverride said = inner.classes == null ? this : inner;
        return new AllowOverride(
                said.classes,
                said.options,
                said.passesForbidden,
                said.passesUnknown,
                inner.directives == null ? directives : inner.directives);
    }

    /** Whether a {@code .htaccess} file is looked for at all. */
    public boolean isAnythingAllowed() {
        Set<OverrideClass> allowed = classes;
        List<String> names = directives;
        boolean byClass = allowed != null && !allowed.isEmpty() || passesForbidden || passesUnknown;
        return byClass || names != null && !names.isEmpty();
    }

    boolean allowsClass(Set<OverrideClass> wanted) {
        Set<OverrideClass> allowed = classes;
        if (allowed == null) {
            return false;
        }
        for (OverrideClass override : wanted) {
            if (allowed.contains(override)) {
                return true;
            }
        }
        return false;
    }

    boolean allowsOptions(Set<OverridableOption> wanted) {
        Set<OverridableOption> allowed = options;
        return allowed == null || allowed.containsAll(wanted);
    }

    boolean names(String lowerName) {
        List<String> names = directives;
        return names != null && names.contains(lowerName);
    }

    AllowOverride none() {
        return new AllowOverride(EnumSet.noneOf(OverrideClass.class), options, false, false, directives);
    }

    AllowOverride all() {
        return new AllowOverride(EnumSet.allOf(OverrideClass.class), options, false, false, directives);
    }

    AllowOverride with(OverrideClass override) {
        EnumSet<OverrideClass> more = EnumSet.of(override);
        Set<OverrideClass> allowed = classes;
        if (allowed != null) {
            more.addAll(allowed);
        }
        return new AllowOverride(more, options, passesForbidden, passesUnknown, directives);
    }

    AllowOverride withOptions(Set<OverridableOption> names) {
        return new AllowOverride(classes, names, passesForbidden, passesUnknown, directives);
    }

    AllowOverride passing(boolean forbidden, boolean unknown) {
        return new AllowOverride(classes, options, passesForbidden || forbidden, passesUnknown || unknown, directives);
    }

    AllowOverride withDirectives(List<String> names) {
        return new AllowOverride(classes, options, passesForbidden, passesUnknown, List.copyOf(names));
    }
}
