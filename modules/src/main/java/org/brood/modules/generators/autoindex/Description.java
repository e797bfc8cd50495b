package org.brood.modules.generators.autoindex;

import java.util.List;
import org.brood.modules.text.Glob;
import org.jspecify.annotations.Nullable;

/**
 * AddDescription: what is written beside a name.
 *
 * @param wholePath whether the pattern is about the path, not the name
 */
record Description(String pattern, boolean wholePath, boolean wild, String text) {

    static Description of(String target, String text) {
        boolean whole = target.indexOf('/') >= 0;
        boolean wild = whole || Glob.isPattern(target) || target.indexOf('[') >= 0;
        String pattern = wild ? (whole ? "*/" : "*") + target + "*" : target;
        return new Description(pattern, whole, wild, text);
    }

    static @Nullable String find(List<Description> all, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (Description description : all) {
            String subject = description.wholePath ? path : name;
            boolean fits = description.wild
                    ? Glob.matches(description.pattern, subject)
                    : subject.contains(description.pattern);
            if (fits) {
                return description.text;
            }
        }
        return null;
    }
}
