package org.brood.server.request;

import java.util.ArrayList;
import java.util.List;
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
    public record FieldCause(String name, @Nullable String value) {}

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
        fields.add(new FieldCause(name, value));
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
            FieldCause cause = fields.get(i);
            String value = RequestView.merged(table, cause.name);
            if (value == null ? cause.value != null : !value.equals(cause.value)) {
                return false;
            }
        }
        return true;
    }
}
