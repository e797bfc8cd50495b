package org.brood.modules.generators.autoindex;

import java.util.Locale;

/** Columns in a table. */
final class TablePage extends Page {
    private String rule = "";

    TablePage(IndexSettings settings, ListingQuery query) {
        super(settings, query);
    }

    private void open(String tag, String styleClass, String plain) {
        out.append('<').append(tag).append(styled() ? " class=\"" + styleClass + "\">" : plain + ">");
    }

    @Override
    void begin() {
        out.append(styled() ? "  <table id=\"indexlist\">\n   <tr class=\"indexhead\">" : "  <table>\n   <tr>");
        int columns = 1;
        if (!has(IndexOption.SUPPRESS_ICON)) {
            open("th", "indexcolicon", " valign=\"top\"");
            String blank = blankIcon();
            if (blank == null) {
                out.append("&nbsp;");
            } else {
                image(blank, "[ICO]");
            }
            out.append("</th>");
            columns++;
        }
        open("th", "indexcolname", "");
        title("Name", 'N');
        columns += column(IndexOption.SUPPRESS_LAST_MODIFIED, "indexcollastmod", "Last modified", 'M');
        columns += column(IndexOption.SUPPRESS_SIZE, "indexcolsize", "Size", 'S');
        columns += column(IndexOption.SUPPRESS_DESCRIPTION, "indexcoldesc", "Description", 'D');
        if (!has(IndexOption.SUPPRESS_RULES)) {
            rule = "   <tr" + (styled() ? " class=\"indexbreakrow\"" : "") + "><th colspan=\"" + columns + "\"><hr"
                    + slash() + "></th></tr>\n";
        }
        out.append("</th></tr>\n").append(rule);
    }

    private int column(IndexOption unless, String styleClass, String text, char key) {
        if (has(unless)) {
            return 0;
        }
        out.append("</th>");
        open("th", styleClass, "");
        title(text, key);
        return 1;
    }

    @Override
    void entry(Entry entry, int index) {
        row(entry, index);
        if (!has(IndexOption.SUPPRESS_ICON)) {
            iconCell(entry);
        }
        open("td", "indexcolname", "");
        Integer width = looks.nameWidth();
        boolean fitting = width != null && width == Looks.FITTING;
        name(entry, index, fitting ? shown(entry, index).length() : nameWidth());
        if (!has(IndexOption.SUPPRESS_LAST_MODIFIED)) {
            out.append("</td>");
            boolean known = entry.modifiedMicros() != -1;
            open("td", "indexcollastmod", known ? " align=\"right\"" : "");
            out.append(known ? time(entry) + "  " : "&nbsp;");
        }
        if (!has(IndexOption.SUPPRESS_SIZE)) {
            out.append("</td>");
            open("td", "indexcolsize", " align=\"right\"");
            out.append(size(entry));
        }
        if (!has(IndexOption.SUPPRESS_DESCRIPTION)) {
            out.append("</td>");
            open("td", "indexcoldesc", "");
            descriptionCell(entry);
        }
        out.append("</td></tr>\n");
    }

    private void row(Entry entry, int index) {
        if (!styled()) {
            out.append("<tr>");
            return;
        }
        String alternative = entry.alternative();
        boolean withText = alternative != null && has(IndexOption.ADD_ALT_CLASS);
        out.append("   <tr class=\"").append((index & 1) == 1 ? "odd" : "even");
        out.append(withText && alternative != null ? "-" + alternative.toLowerCase(Locale.ROOT) : "");
        out.append("\">");
    }

    private void iconCell(Entry entry) {
        open("td", "indexcolicon", " valign=\"top\"");
        boolean links = has(IndexOption.ICONS_ARE_LINKS);
        out.append(links ? "<a href=\"" + anchor(entry) + "\">" : "");
        if (!icon(entry)) {
            out.append("&nbsp;");
        }
        out.append(links ? "</a></td>" : "</td>");
    }

    private void descriptionCell(Entry entry) {
        String text = entry.description();
        Integer width = looks.descriptionWidth();
        boolean fitting = width != null && width == Looks.FITTING;
        if (text == null) {
            out.append("&nbsp;");
        } else {
            out.append(fitting ? text : description(text, descriptionWidth()));
        }
    }

    @Override
    void end() {
        out.append(rule).append("</table>\n");
    }
}
