package org.brood.server.core;

import org.brood.api.Exchange;
import org.brood.api.LogLevel;
import org.brood.server.request.HttpExchange;

/** LimitInternalRecursion: a configuration that leads a request in circles must not keep its thread. */
final class RecursionCheck {

    private RecursionCheck() {}

    /** @return whether the way to this exchange is as long as it may be; logged */
    static boolean exceeded(HttpExchange exchange) {
        CoreKeys.Recursion limit = exchange.settings(CoreKeys.RECURSION);
        int redirects = 0;
        int depth = 0;
        Exchange at = exchange;
        while (true) {
            Exchange before = at.previous();
            Exchange above = at.parent();
            if (before != null) {
                redirects++;
                at = before;
            } else if (above != null) {
                depth++;
                at = above;
            } else {
                return false;
            }
            if (redirects >= limit.redirects()) {
                log(exchange, "AH00124", limit.redirects() + " internal redirects");
                return true;
            }
            if (depth >= limit.depth()) {
                log(exchange, "AH00125", limit.depth() + " subrequest nesting levels");
                return true;
            }
        }
    }

    private static void log(HttpExchange exchange, String id, String what) {
        String text = "Request exceeded the limit of " + what + " due to probable configuration error. "
                + "Use 'LimitInternalRecursion' to increase the limit if necessary. Use 'LogLevel debug' to get a backtrace.";
        exchange.log("core").log(LogLevel.ERROR, id, text);
    }
}
