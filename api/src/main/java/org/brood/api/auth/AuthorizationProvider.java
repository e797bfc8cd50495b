package org.brood.api.auth;

import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;

/** A kind of requirement: the {@code ip} of {@code Require ip 192.0.2.1}. */
public interface AuthorizationProvider {

    /** The word, in lower case. */
    String word();

    /**
     * @param arguments what stands behind the word, as one text
     * @throws ConfigurationException in httpd's words if they are wrong
     */
    Requirement read(DirectiveUse use, String arguments) throws ConfigurationException;
}
