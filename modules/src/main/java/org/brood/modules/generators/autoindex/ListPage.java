package org.brood.modules.generators.autoindex;

import org.brood.api.Html;

/** A plain list of names. */
final class ListPage extends Page {

    ListPage(IndexSettings settings, ListingQuery query) {
        super(settings, query);
    }

    @Override
    void begin() {
        out.append("<ul>");
    }

    @Override
    void entry(Entry entry, int index) {
        out.append("<li><a href=\"").append(anchor(entry)).append("\"> ");
        out.append(Html.escape(shown(entry, index))).append("</a></li>\n");
    }

    @Override
    void end() {
        out.append("</ul>\n");
    }
}
