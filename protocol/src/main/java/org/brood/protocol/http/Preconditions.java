package org.brood.protocol.http;

import org.jspecify.annotations.Nullable;

/**
 * Conditional requests (RFC 9110 section 13.2.2) with httpd's {@code ap_meets_conditions} as the authority on what the RFC leaves open.
 *
 * <pre>
 *   If-Match            no strong match                          412
 *   If-Unmodified-Since modified since                           412
 *   If-None-Match       match, GET or HEAD                       304 unless an earlier line speaks against it
 *                       match, other methods                     412
 *   If-Modified-Since   not modified, and not in the future      304 unless an earlier line speaks against it
 *   Range with If-Range that holds or fails                      200; ranges are decided by {@link #rangeApplies}
 * </pre>
 *
 * A date within the last minute is a weak validator, and weak validators do not hold for ranges. Where the RFC would ignore If-Modified-Since beside
 * If-None-Match, httpd asks both, and only if both say so nothing is sent.
 *
 * @param entityTag of the selected representation; null for none
 * @param lastModified seconds since 1970
 * @param now seconds since 1970, of the request
 */
public record Preconditions(@Nullable String entityTag, long lastModified, long now) {
    private static final long WEAK_SECONDS = 60;

    private enum Verdict {
        ABSENT,
        NO_MATCH,
        MATCH
    }

    /** 200 to go on, 304 or 412 to answer. */
    public int evaluate(Method method, RequestFields fields) {
        boolean range = fields.has(Field.RANGE);
        boolean read = method == Method.GET || method == Method.HEAD;
        if (ifMatch(fields) == Verdict.NO_MATCH) {
            return 412;
        }
        Verdict unmodified = ifUnmodifiedSince(fields, range);
        if (unmodified == Verdict.MATCH) {
            return 412;
        }
        Verdict noneMatch = ifNoneMatch(fields, read, range);
        if (noneMatch == Verdict.MATCH && !read) {
            return 412;
        }
        Verdict modified = read ? ifModifiedSince(fields, range) : Verdict.ABSENT;
        if (range && fields.has(Field.IF_RANGE)) {
            return 200;
        }
        boolean against =
                unmodified == Verdict.NO_MATCH || noneMatch == Verdict.NO_MATCH || modified == Verdict.NO_MATCH;
        boolean matched = noneMatch == Verdict.MATCH || modified == Verdict.MATCH;
        return matched && !against ? 304 : 200;
    }

    /** Whether a Range field counts: there is no If-Range, or it holds. */
    public boolean rangeApplies(RequestFields fields) {
        String condition = fields.value(Field.IF_RANGE);
        if (condition == null) {
            return true;
        }
        if (condition.startsWith("\"")) {
            return condition.equals(entityTag);
        }
        return HttpDate.parse(condition) == lastModified && !isWeakDate();
    }

    private boolean isWeakDate() {
        return now < lastModified + WEAK_SECONDS;
    }

    private Verdict ifMatch(RequestFields fields) {
        String list = fields.value(Field.IF_MATCH);
        if (list == null) {
            return Verdict.ABSENT;
        }
        return verdict(EntityTags.isAny(list) || entityTag != null && EntityTags.containsStrong(list, entityTag));
    }

    private Verdict ifUnmodifiedSince(RequestFields fields, boolean range) {
        String text = fields.value(Field.IF_UNMODIFIED_SINCE);
        if (text == null) {
            return Verdict.ABSENT;
        }
        long since = HttpDate.parse(text);
        boolean modified = since != HttpDate.INVALID && since != 0 && lastModified > since;
        return verdict(modified && !(range && isWeakDate()));
    }

    private Verdict ifNoneMatch(RequestFields fields, boolean read, boolean range) {
        String list = fields.value(Field.IF_NONE_MATCH);
        if (list == null) {
            return Verdict.ABSENT;
        }
        if (EntityTags.isAny(list)) {
            return Verdict.MATCH;
        }
        if (entityTag == null) {
            return Verdict.NO_MATCH;
        }
        boolean weakly = read && !range;
        return verdict(weakly ? EntityTags.containsWeak(list, entityTag) : EntityTags.containsStrong(list, entityTag));
    }

    private Verdict ifModifiedSince(RequestFields fields, boolean range) {
        String text = fields.value(Field.IF_MODIFIED_SINCE);
        if (text == null) {
            return Verdict.ABSENT;
        }
        long since = HttpDate.parse(text);
        return verdict(since >= lastModified && since <= now && !(range && isWeakDate()));
    }

    private static Verdict verdict(boolean match) {
        return match ? Verdict.MATCH : Verdict.NO_MATCH;
    }
}
