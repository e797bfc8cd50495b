package org.brood.bench.report;

import java.util.List;

/** A server that the others are shown as multiples of. */
public record Reference(String server, String title) {
    public static final List<Reference> ALL = List.of(
            new Reference("nginx", "nginx"),
            new Reference("httpd-event", "httpd event"),
            new Reference("limit", "the limit"));
}
