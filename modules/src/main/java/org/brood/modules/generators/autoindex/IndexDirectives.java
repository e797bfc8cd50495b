package org.brood.modules.generators.autoindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.modules.generators.autoindex.Label.By;

/** The directives of mod_autoindex but IndexOptions. */
final class IndexDirectives {

    private IndexDirectives() {}

    static List<DirectiveSpec> all() {
        List<DirectiveSpec> all = new ArrayList<>();
        all.add(IndexOptions.spec());
        icons(all);
        all.add(spec(
                "IndexOrderDefault",
                Arguments.TWO,
                "Ascending|Descending Name|Date|Size|Description",
                "{Ascending,Descending} {Name,Size,Description,Date}",
                IndexDirectives::order));
        all.add(spec(
                "IndexIgnore",
                Arguments.EACH,
                "file [file] ...",
                "one or more file extensions",
                use -> use.update(
                        IndexSettings.KEY,
                        index -> index.withIgnored(Label.of(By.TYPE, use.enclosingPath(), use.argument(0), "")))));
        all.add(spec(
                "IndexIgnoreReset",
                Arguments.FLAG,
                "ON|OFF",
                "Reset the inherited list of IndexIgnore filenames",
                use -> use.update(IndexSettings.KEY, index -> index.withIgnoreReset(use.flag()))));
        all.add(spec(
                "AddDescription",
                Arguments.FIRST_WITH_EACH,
                "string file [file] ...",
                "Descriptive text followed by one or more filenames",
                use -> use.update(
                        IndexSettings.KEY,
                        index -> index.withDescription(Description.of(use.argument(1), use.argument(0))))));
        all.add(text("HeaderName", "filename", "a filename", Looks.Text.HEADER));
        all.add(text("ReadmeName", "filename", "a filename", Looks.Text.README));
        all.add(text("DefaultIcon", "url-path", "an icon URL", Looks.Text.DEFAULT_ICON));
        all.add(text("IndexStyleSheet", "url-path", "URL to style sheet", Looks.Text.STYLE_SHEET));
        all.add(text(
                "IndexHeadInsert", "\"markup ...\"", "String to insert in HTML HEAD section", Looks.Text.HEAD_INSERT));
        return all;
    }

    static DirectiveSpec spec(String name, Arguments arguments, String syntax, String help, DirectiveAction action) {
        return DirectiveSpec.anywhere(OverrideClass.INDEXES, name, arguments, syntax, "", help, action);
    }

    private static void icons(List<DirectiveSpec> all) {
        record Kind(By by, String suffix, String what) {}
        List<Kind> kinds = List.of(
                new Kind(By.PATH, "", "filenames"),
                new Kind(By.TYPE, "ByType", "MIME types"),
                new Kind(By.ENCODING, "ByEncoding", "content encodings"));
        for (Kind kind : kinds) {
            all.add(spec(
                    "AddIcon" + kind.suffix(),
                    Arguments.FIRST_WITH_EACH,
                    "icon name [name] ...",
                    "an icon URL followed by one or more " + kind.what(),
                    use -> icon(use, kind.by())));
            all.add(spec(
                    "AddAlt" + kind.suffix(),
                    Arguments.FIRST_WITH_EACH,
                    "string name [name] ...",
                    "alternate descriptive text followed by one or more " + kind.what(),
                    use -> alternative(use, kind.by(), use.argument(0))));
        }
    }

    private static DirectiveSpec text(String name, String syntax, String help, Looks.Text field) {
        return spec(
                name,
                Arguments.ONE,
                syntax,
                help,
                use -> use.update(
                        IndexSettings.KEY,
                        index -> index.withLooks(index.looks().with(field, use.argument(0)))));
    }

    private static String target(DirectiveUse use, By by) {
        String target = use.argument(1);
        if (by == By.PATH && target.equals("**DIRECTORY**")) {
            return Label.DIRECTORY;
        }
        return by == By.ENCODING ? target.toLowerCase(Locale.ROOT) : target;
    }

    private static void alternative(DirectiveUse use, By by, String text) {
        Label label = Label.of(by, use.enclosingPath(), target(use, by), text);
        use.update(IndexSettings.KEY, index -> index.withAlternative(label));
    }

    /** {@code icon} or {@code (ALT,icon)}. */
    private static void icon(DirectiveUse use, By by) throws ConfigurationException {
        String icon = use.argument(0);
        if (icon.startsWith("(")) {
            int close = icon.indexOf(')');
            if (close < 0) {
                throw new ConfigurationException(null, "missing closing paren");
            }
            int comma = icon.indexOf(',');
            String alternative = comma < 0 ? icon.substring(1, close) : icon.substring(1, comma);
            alternative(use, by, alternative);
            icon = comma < 0 ? "" : icon.substring(comma + 1, close);
        }
        Label label = Label.of(by, use.enclosingPath(), target(use, by), icon);
        use.update(IndexSettings.KEY, index -> index.withIcon(label));
    }

    private static void order(DirectiveUse use) throws ConfigurationException {
        char direction = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "ascending" -> 'A';
            case "descending" -> 'D';
            default -> throw new ConfigurationException(null, "First keyword must be 'Ascending' or 'Descending'");
        };
        char key = switch (use.argument(1).toLowerCase(Locale.ROOT)) {
            case "name" -> 'N';
            case "date" -> 'M';
            case "size" -> 'S';
            case "description" -> 'D';
            default ->
                throw new ConfigurationException(
                        null, "Second keyword must be 'Name', 'Date', 'Size', or 'Description'");
        };
        use.update(IndexSettings.KEY, index -> index.withOrder(new IndexSettings.Order(key, direction)));
    }
}
