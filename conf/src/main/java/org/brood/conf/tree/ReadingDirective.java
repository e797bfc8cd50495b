package org.brood.conf.tree;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directives that act while a file is read (httpd's EXEC_ON_READ). */
enum ReadingDirective {
    INCLUDE("include"),
    INCLUDE_OPTIONAL("includeoptional"),
    DEFINE("define"),
    UNDEFINE("undefine"),
    LOAD_MODULE("loadmodule"),
    SERVER_ROOT("serverroot"),
    IF_DEFINE("<ifdefine"),
    IF_MODULE("<ifmodule"),
    IF_FILE("<iffile"),
    IF_DIRECTIVE("<ifdirective"),
    IF_SECTION("<ifsection"),
    IF_VERSION("<ifversion"),
    MACRO("<macro"),
    USE("use"),
    UNDEF_MACRO("undefmacro");

    private static final Map<String, ReadingDirective> BY_NAME = byName();

    private final String word;

    ReadingDirective(String word) {
        this.word = word;
    }

    private static Map<String, ReadingDirective> byName() {
        Map<String, ReadingDirective> names = new HashMap<>();
        for (ReadingDirective directive : values()) {
            names.put(directive.word, directive);
        }
        return Map.copyOf(names);
    }

    static @Nullable ReadingDirective named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }
}
