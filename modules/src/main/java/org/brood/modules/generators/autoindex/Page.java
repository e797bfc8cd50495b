package org.brood.modules.generators.autoindex;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.brood.api.Html;
import org.brood.modules.text.Escapes;
import org.brood.modules.text.SizeText;
import org.brood.modules.text.Strftime;
import org.jspecify.annotations.Nullable;

/** What all forms of a listing have in common: links, icons, times, and texts cut to the columns. */
abstract sealed class Page permits ListPage, FancyPage, TablePage {
    static final int TEXT_WIDTH = 23;

    final StringBuilder out = new StringBuilder();
    final IndexSettings settings;
    final ListingQuery query;
    final Looks looks;

    Page(IndexSettings settings, ListingQuery query) {
        this.settings = settings;
        this.query = query;
        this.looks = settings.looks();
    }

    static String render(IndexSettings settings, ListingQuery query, List<Entry> entries) {
        Set<IndexOption> options = query.options();
        Page page;
        if (options.contains(IndexOption.HTML_TABLE)) {
            page = new TablePage(settings, query);
        } else if (options.contains(IndexOption.FANCY_INDEXING)) {
            page = new FancyPage(settings, query, entries);
        } else {
            page = new ListPage(settings, query);
        }
        page.begin();
        for (int i = 0; i < entries.size(); i++) {
            page.entry(entries.get(i), i);
        }
        page.end();
        return page.out.toString();
    }

    abstract void begin();

    abstract void entry(Entry entry, int index);

    abstract void end();

    final boolean has(IndexOption option) {
        return query.options().contains(option);
    }

    final boolean styled() {
        return looks.styleSheet() != null;
    }

    final String slash() {
        return has(IndexOption.XHTML) ? " /" : "";
    }

    static String anchor(Entry entry) {
        return Html.escape(Escapes.relativePath(entry.name()));
    }

    static String shown(Entry entry, int index) {
        return index == 0 && entry.isParent() ? "Parent Directory" : entry.name();
    }

    /** A column's title; a click sorts by it, a second one the other way. */
    final void title(String text, char column) {
        if (has(IndexOption.SUPPRESS_COLUMN_SORTING)) {
            out.append(text);
            return;
        }
        boolean reverse = query.key() == column && query.direction() == 'A';
        out.append("<a href=\"?C=").append(column).append(";O=").append(reverse ? 'D' : 'A');
        out.append(query.carried()).append("\">").append(text).append("</a>");
    }

    final void image(String source, String alternative) {
        out.append("<img src=\"")
                .append(Html.escape(source))
                .append("\" alt=\"")
                .append(alternative)
                .append('"');
        Integer width = looks.iconWidth();
        Integer height = looks.iconHeight();
        if (width != null && width != 0) {
            out.append(" width=\"").append(width).append('"');
        }
        if (height != null && height != 0) {
            out.append(" height=\"").append(height).append('"');
        }
        out.append(slash()).append('>');
    }

    /** @return whether there was one */
    final boolean icon(Entry entry) {
        String icon = entry.icon() == null ? looks.defaultIcon() : entry.icon();
        if (icon == null) {
            return false;
        }
        image(icon, "[" + (entry.alternative() == null ? "   " : entry.alternative()) + "]");
        return true;
    }

    final @Nullable String blankIcon() {
        return Label.find(settings.icons(), Label.BLANK);
    }

    final String time(Entry entry) {
        String format = looks.dateFormat() == null ? "%Y-%m-%d %H:%M" : looks.dateFormat();
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(entry.modifiedMicros(), 1_000_000L));
        return Strftime.format(format, instant.atZone(ZoneId.systemDefault()));
    }

    static String size(Entry entry) {
        return SizeText.of(entry.size());
    }

    /** The name cut or padded to the column; only its shown part is escaped. */
    final void name(Entry entry, int index, int width) {
        String text = shown(entry, index);
        String cut = text.length() > width ? text.substring(0, Math.max(0, width - 3)) + "..>" : text;
        out.append("<a href=\"")
                .append(anchor(entry))
                .append("\">")
                .append(Html.escape(cut))
                .append("</a>");
        out.append(" ".repeat(Math.max(0, width - cut.length())));
    }

    /** A description cut to the column; tags count nothing and entities one. */
    final String description(String text, int width) {
        int left = width;
        if (looks.descriptionWidth() == null) {
            left += has(IndexOption.SUPPRESS_ICON) ? 6 : 0;
            left += has(IndexOption.SUPPRESS_LAST_MODIFIED) ? 19 : 0;
            left += has(IndexOption.SUPPRESS_SIZE) ? 7 : 0;
        }
        int x = 0;
        while (x < text.length() && (left > 0 || text.charAt(x) == '<')) {
            char c = text.charAt(x);
            if (c == '<' || c == '&') {
                int end = text.indexOf(c == '<' ? '>' : ';', x);
                left = end < 0 ? 0 : left - (c == '&' ? 1 : 0);
                x = end < 0 ? text.length() - 1 : end;
            } else {
                left--;
            }
            x++;
        }
        return left == 0 && x < text.length() ? text.substring(0, x - 1) + ">" : text;
    }

    final int nameWidth() {
        Integer width = looks.nameWidth();
        return width == null || width == Looks.FITTING ? TEXT_WIDTH : width;
    }

    final int descriptionWidth() {
        Integer width = looks.descriptionWidth();
        return width == null || width == Looks.FITTING ? TEXT_WIDTH : width;
    }
}
