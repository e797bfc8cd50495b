package org.brood.modules.http.mime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rewrites a Content-Type as mod_mime does: blanks normalised, and the charset replaced where one was found. */
final class MediaType {

    private MediaType() {}

    /** @return {@code type} itself when it is no media type */
    static String withCharset(String type, @Nullable String charset) {
        if (charset == null && type.indexOf(';') < 0) {
            return type.strip();
        }
        List<String> parts = parts(type);
        if (parts.getFirst().indexOf('/') < 1) {
            return type;
        }
        StringBuilder out = new StringBuilder(parts.getFirst());
        boolean replaced = false;
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                return type;
            }
            String name = parameter.substring(0, equals).strip();
            String value = parameter.substring(equals + 1).strip();
            boolean isCharset = charset != null && name.equals("charset");
            if (!isCharset) {
                out.append("; ").append(name).append('=').append(value);
            } else if (!replaced) {
                out.append("; charset=").append(charset);
                replaced = true;
            }
        }
        if (charset != null && !replaced) {
            out.append("; charset=").append(charset);
        }
        return out.toString();
    }

    private static List<String> parts(String type) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ';' && !quoted) {
                parts.add(type.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(type.substring(start).strip());
        return parts;
    }
}
