package org.brood.modules.generators.autoindex;

import java.util.List;

/** Columns in preformatted text. */
final class FancyPage extends Page {
    private static final String NO_TIME = "                   ";

    private final int nameWidth;
    private final int descriptionWidth;

    FancyPage(IndexSettings settings, ListingQuery query, List<Entry> entries) {
        super(settings, query);
        int name = nameWidth();
        int description = descriptionWidth();
        for (Entry entry : entries) {
            name = isFitting(looks.nameWidth()) ? Math.max(name, entry.name().length()) : name;
            String text = entry.description();
            boolean longer = text != null && isFitting(looks.descriptionWidth());
            description = longer && text != null ? Math.max(description, text.length()) : description;
        }
        nameWidth = name;
        descriptionWidth = description;
    }

    private static boolean isFitting(@org.jspecify.annotations.Nullable Integer width) {
        return width != null && width == Looks.FITTING;
    }

    @Override
    void begin() {
        out.append("<pre>");
        if (!has(IndexOption.SUPPRESS_ICON)) {
            String blank = blankIcon();
            if (blank == null) {
                out.append("      ");
            } else {
                image(blank, "Icon ");
                out.append(' ');
            }
        }
        title("Name", 'N');
        out.append(" ".repeat(Math.max(0, nameWidth - 4))).append(' ');
        if (!has(IndexOption.SUPPRESS_LAST_MODIFIED)) {
            title("Last modified", 'M');
            out.append("      ");
        }
        if (!has(IndexOption.SUPPRESS_SIZE)) {
            title("Size", 'S');
            out.append("  ");
        }
        if (!has(IndexOption.SUPPRESS_DESCRIPTION)) {
            title("Description", 'D');
        }
        out.append(has(IndexOption.SUPPRESS_RULES) ? "\n" : "<hr" + slash() + ">");
    }

    @Override
    void entry(Entry entry, int index) {
        if (!has(IndexOption.SUPPRESS_ICON)) {
            boolean links = has(IndexOption.ICONS_ARE_LINKS);
            out.append(links ? "<a href=\"" + anchor(entry) + "\">" : "");
            if (!icon(entry)) {
                out.append("     ");
            }
            out.append(links ? "</a> " : " ");
        }
        name(entry, index, nameWidth);
        out.append(' ');
        if (!has(IndexOption.SUPPRESS_LAST_MODIFIED)) {
            out.append(entry.modifiedMicros() == -1 ? NO_TIME : time(entry) + "  ");
        }
        if (!has(IndexOption.SUPPRESS_SIZE)) {
            out.append(size(entry)).append("  ");
        }
        String text = entry.description();
        if (!has(IndexOption.SUPPRESS_DESCRIPTION) && text != null) {
            out.append(description(text, descriptionWidth));
        }
        out.append('\n');
    }

    @Override
    void end() {
        out.append(has(IndexOption.SUPPRESS_RULES) ? "" : "<hr" + slash() + ">").append("</pre>\n");
    }
}
