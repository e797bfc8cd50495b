package org.brood.server.request;

import org.brood.api.Log;
import org.brood.api.LogSink;

/** The logs of this child. Any thread. */
public interface Logs {

    /** The error log of the exchange's virtual host for one module, with the LogLevel of the place. */
    Log of(HttpExchange exchange, String module);

    /** An open log by the name under which a module asked for it. */
    LogSink named(String name);
}
