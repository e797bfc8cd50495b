package org.brood.server.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.brood.api.FileStatus;
import org.brood.protocol.http.Field;
import org.brood.protocol.http1.FieldTable;
import org.brood.protocol.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * What an answer was computed from, as far as it was asked for: header fields with the values they had, files with the state
 * they were in. Host, target, method and protocol always count and are not listed. One owner thread.
 */
public final class Causes {

    /** A field that was asked for; {@code value} is null when the request has none. */
    public record FieldCause(
            String name, @Nullable String value, @Nullable Field field, byte[] octets) {
        private static final byte[] NONE = {};

        static FieldCause of(String name, @Nullable String value) {
            byte[] octets = value == null ? NONE : value.getBytes(StandardCharsets.ISO_8859_1);
            return new FieldCause(name, value, Field.of(name), octets);
        }

        /** Known fields that stand in one line, nearly all, are compared where they stand. */
        boolean holds(FieldTable table) {
            if (field == null) {
                return Objects.equals(value, RequestView.merged(table, name));
            }
            int line = table.find(field, 0);
            if (line < 0 || value == null) {
                return line < 0 && value == null;
            }
            return table.find(field, line + 1) < 0
                    ? table.isValue(line, octets)
                    : value.equals(RequestView.merged(table, name));
        }
    }

    /**
     * A name that was looked at.
     *
     * @param link whether by lstat(2)
     * @param eager whether a change must be noticed by the very next request, as with .htaccess
     */
    public record FileCause(String file, FileStatus status, boolean link, boolean eager) {}

    private static final int MOST_FILES = 64;
    private static final int MOST_FIELDS = 24;

    private final List<FieldCause> fields = new ArrayList<>(4);
    private final List<FileCause> files = new ArrayList<>(4);
    private long absentFields;
    private boolean known = true;

    /** Something was used that cannot be compared later. */
    public void lose() {
        known = false;
    }

    /** Whether all causes are known. */
    public boolean known() {
        return known;
    }

    void field(String name, @Nullable String value) {
        Field field = value == null ? Field.of(name) : null;
        if (field != null) {
            absentFields |= field.bit();
            return;
        }
        for (FieldCause cause : fields) {
            if (cause.name.equalsIgnoreCase(name)) {
                return;
            }
        }
        fields.add(FieldCause.of(name, value));
        if (fields.size() > MOST_FIELDS) {
            lose();
        }
    }

    void file(FileCause cause) {
        files.add(cause);
        if (files.size() > MOST_FILES) {
            lose();
        }
    }

    public List<FileCause> files() {
        return files;
    }

    /** Whether a request has the same fields as far as they were asked for. Allocates only where a field is compared. */
    public boolean sameFields(RequestHead head) {
        FieldTable table = head.fields();
        if (table.hasAny(absentFields)) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).holds(table)) {
                return false;
            }
        }
        return true;
    }
}
