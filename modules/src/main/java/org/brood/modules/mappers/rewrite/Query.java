package org.brood.modules.mappers.rewrite;

import org.brood.api.LogLevel;
import org.brood.api.Resource;
import org.jspecify.annotations.Nullable;

/** Parts the result of a substitution into path and query. */
final class Query {
    private final Run run;

    Query(Run run) {
        this.run = run;
    }

    void split(Rule rule, String result) {
        Resource resource = run.resource();
        resource.filename(result);
        if (rule.is(Flag.QUERY_NONE) || !Url.hasQuery(result)) {
            resource.query(null);
            return;
        }
        if (rule.is(Flag.QUERY_DISCARD)) {
            resource.query(null);
        }
        int from = Url.schemeLength(result);
        int mark = rule.is(Flag.QUERY_LAST) ? result.lastIndexOf('?') : result.indexOf('?', from);
        if (mark < from) {
            return;
        }
        resource.filename(result.substring(0, mark));
        resource.query(query(rule, result.substring(mark + 1), resource.query()));
        run.trace(
                LogLevel.TRACE3,
                "split uri=" + result + " -> uri=" + run.filename() + ", args="
                        + (resource.query() == null ? "<none>" : resource.query()));
    }

    private static @Nullable String query(Rule rule, String found, @Nullable String before) {
        String query = found;
        if (rule.is(Flag.QUERY_APPEND)) {
            String old = before == null ? "" : before;
            query = found.isEmpty() ? old : found + "&" + old;
        }
        if (query.endsWith("&")) {
            query = query.substring(0, query.length() - 1);
        }
        return query.isEmpty() ? null : query;
    }
}
