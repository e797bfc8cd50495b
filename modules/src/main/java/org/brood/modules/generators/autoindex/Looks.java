package org.brood.modules.generators.autoindex;

import org.jspecify.annotations.Nullable;

/**
 * What IndexOptions says in numbers and texts, and the directives with one text. Null is what nobody mentioned; a width of
 * {@link #FITTING} is as wide as the longest.
 */
record Looks(
        @Nullable Integer iconWidth,
        @Nullable Integer iconHeight,
        @Nullable Integer nameWidth,
        @Nullable Integer descriptionWidth,
        @Nullable String type,
        @Nullable String charset,
        @Nullable String dateFormat,
        @Nullable String header,
        @Nullable String readme,
        @Nullable String defaultIcon,
        @Nullable String styleSheet,
        @Nullable String headInsert) {
    static final int FITTING = -1;
    static final Looks UNSET = new Looks(null, null, null, null, null, null, null, null, null, null, null, null);

    /** The fields by name, so that one method can change any of them. */
    enum Text {
        TYPE,
        CHARSET,
        DATE_FORMAT,
        HEADER,
        README,
        DEFAULT_ICON,
        STYLE_SHEET,
        HEAD_INSERT
    }

    Looks with(Text field, String value) {
        return overlay(
                this,
                switch (field) {
                    case TYPE -> texts(value, null, null, null, null, null, null, null);
                    case CHARSET -> texts(null, value, null, null, null, null, null, null);
                    case DATE_FORMAT -> texts(null, null, value, null, null, null, null, null);
                    case HEADER -> texts(null, null, null, value, null, null, null, null);
                    case README -> texts(null, null, null, null, value, null, null, null);
                    case DEFAULT_ICON -> texts(null, null, null, null, null, value, null, null);
                    case STYLE_SHEET -> texts(null, null, null, null, null, null, value, null);
                    case HEAD_INSERT -> texts(null, null, null, null, null, null, null, value);
                });
    }

    private static Looks texts(
            @Nullable String type,
            @Nullable String charset,
            @Nullable String dateFormat,
            @Nullable String header,
            @Nullable String readme,
            @Nullable String defaultIcon,
            @Nullable String styleSheet,
            @Nullable String headInsert) {
        return new Looks(
                null, null, null, null, type, charset, dateFormat, header, readme, defaultIcon, styleSheet, headInsert);
    }

    Looks withSizes(
            @Nullable Integer icon, @Nullable Integer height, @Nullable Integer name, @Nullable Integer description) {
        return overlay(
                this, new Looks(icon, height, name, description, null, null, null, null, null, null, null, null));
    }

    static Looks overlay(Looks outer, Looks inner) {
        return new Looks(
                or(inner.iconWidth, outer.iconWidth),
                or(inner.iconHeight, outer.iconHeight),
                or(inner.nameWidth, outer.nameWidth),
                or(inner.descriptionWidth, outer.descriptionWidth),
                or(inner.type, outer.type),
                or(inner.charset, outer.charset),
                or(inner.dateFormat, outer.dateFormat),
                or(inner.header, outer.header),
                or(inner.readme, outer.readme),
                or(inner.defaultIcon, outer.defaultIcon),
                or(inner.styleSheet, outer.styleSheet),
                or(inner.headInsert, outer.headInsert));
    }

    private static <T> @Nullable T or(@Nullable T inner, @Nullable T outer) {
        return inner == null ? outer : inner;
    }
}
