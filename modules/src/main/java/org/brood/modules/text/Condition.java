package org.brood.modules.text;

import org.brood.api.Exchange;
import org.brood.conf.ConfigurationException;

/** Whether a line of the configuration is meant for an exchange: {@code env=NAME}, {@code env=!NAME}, {@code expr=...}. */
@FunctionalInterface
public interface Condition {
    /** No condition. */
    Condition ALWAYS = exchange -> true;

    boolean test(Exchange exchange);

    /** Of {@code NAME} or {@code !NAME}, which {@code env=} has in front. */
    static Condition ofEnvironment(String word) throws ConfigurationException {
        boolean negated = word.startsWith("!");
        String name = negated ? word.substring(1) : word;
        if (name.isEmpty()) {
            throw new ConfigurationException(null, "missing environment variable name");
        }
        return exchange -> exchange.environment().get(name) == null == negated;
    }
}
