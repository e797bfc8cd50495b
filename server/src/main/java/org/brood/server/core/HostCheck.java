package org.brood.server.core;

import org.brood.api.LogLevel;
import org.brood.api.Verdict;
import org.brood.server.request.HttpExchange;

/**
 * StrictHostCheck: a request for a name that no host of its address has is refused, instead of given to the first of them. It stands in the main
 * server or in the first host of an address, so it is the host that takes such requests which is asked.
 */
final class HostCheck {

    private HostCheck() {}

    static Verdict run(HttpExchange exchange) {
        if (!exchange.settings(CoreKeys.STRICT_HOST_CHECK) || !exchange.head().hasHost()) {
            return Verdict.DECLINED;
        }
        HttpHost host = StorageWalk.host(exchange);
        String asked = exchange.head().hostText();
        if (host.isCalled(asked) || host.isAt(asked)) {
            return Verdict.DECLINED;
        }
        String defined = host.definedAt();
        String start = "Requested hostname '" + asked + "' did not match any ServerName/ServerAlias in the ";
        if (defined == null) {
            exchange.log("core").log(LogLevel.WARN, "AH10156", start + "global server configuration");
        } else {
            String where = "matching virtual host (default vhost for current connection is " + defined + ")";
            exchange.log("core").log(LogLevel.WARN, "AH10157", start + where);
        }
        return Verdict.status(400);
    }
}
