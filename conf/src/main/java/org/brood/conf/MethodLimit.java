package org.brood.conf;

import java.util.HashSet;
import java.util.Set;

/**
 * The request methods that a directive inside {@code <Limit>} or {@code <LimitExcept>} speaks of. HEAD is GET here, as in
 * httpd.
 *
 * @param except whether the methods named are those not meant
 */
public record MethodLimit(boolean except, Set<String> methods) {
    /** Outside every {@code <Limit>}. */
    public static final MethodLimit ALL = new MethodLimit(true, Set.of());

    public MethodLimit {
        methods = Set.copyOf(methods);
    }

    public boolean includes(String method) {
        return methods.contains(method.equals("HEAD") ? "GET" : method) != except;
    }

    public boolean isAll() {
        return except && methods.isEmpty();
    }

    public boolean isEmpty() {
        return !except && methods.isEmpty();
    }

    /** The methods that both speak of. */
    public MethodLimit and(MethodLimit other) {
        if (except && other.except) {
            Set<String> union = new HashSet<>(methods);
            union.addAll(other.methods);
            return new MethodLimit(true, union);
        }
        MethodLimit named = except ? other : this;
        MethodLimit filter = except ? this : other;
        Set<String> kept = new HashSet<>(named.methods);
        kept.removeIf(method -> !filter.includes(method));
        return new MethodLimit(false, kept);
    }
}
