package org.brood.api.auth;

import java.io.IOException;
import org.brood.api.Exchange;

/** One Require line, read. */
@FunctionalInterface
public interface Requirement {

    Outcome check(Exchange exchange) throws IOException;
}
