package org.brood.conf.read;

import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;

/** {@code Error "text"}: the administrator's own message. */
final class ErrorDirective {

    private ErrorDirective() {}

    static void raise(DirectiveUse use) throws ConfigurationException {
        String text = use.argument(0);
        if (text.isEmpty()) {
            throw new ConfigurationException(null, "The Error directive was used with no message.");
        }
        char first = text.charAt(0);
        boolean quoted =
                (first == '"' || first == '\'') && text.length() > 1 && text.charAt(text.length() - 1) == first;
        throw new ConfigurationException(null, quoted ? text.substring(1, text.length() - 1) : text);
    }
}
