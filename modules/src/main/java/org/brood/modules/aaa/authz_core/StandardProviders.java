package org.brood.modules.aaa.authz_core;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brood.api.auth.AuthorizationProvider;
import org.brood.api.auth.Outcome;
import org.brood.api.auth.Requirement;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;
import org.brood.modules.text.Condition;
import org.brood.modules.text.Expressions;
import org.brood.modules.text.Words;
import org.brood.protocol.http.Method;

/** The requirements that need no other module: all, env, method, expr. */
final class StandardProviders {

    private StandardProviders() {}

    /** Reads the arguments of one word. */
    private interface Reader {
        Requirement read(DirectiveUse use, String arguments) throws ConfigurationException;
    }

    private record Named(String word, Reader reader) implements AuthorizationProvider {

        @Override
        public Requirement read(DirectiveUse use, String arguments) throws ConfigurationException {
            return reader.read(use, arguments);
        }
    }

    static List<AuthorizationProvider> all() {
        return List.of(
                new Named("all", StandardProviders::everybody),
                new Named("env", StandardProviders::environment),
                new Named("method", StandardProviders::method),
                new Named("expr", StandardProviders::expression));
    }

    private static Outcome outcome(boolean granted) {
        return granted ? Outcome.GRANTED : Outcome.DENIED;
    }

    private static Requirement everybody(DirectiveUse use, String arguments) throws ConfigurationException {
        return switch (arguments.toLowerCase(Locale.ROOT)) {
            case "granted" -> exchange -> Outcome.GRANTED;
            case "denied" -> exchange -> Outcome.DENIED;
            default ->
                throw new ConfigurationException(null, "Argument for 'Require all' must be 'granted' or 'denied'");
        };
    }

    private static Requirement environment(DirectiveUse use, String arguments) {
        List<String> names = Words.of(arguments);
        return exchange ->
                outcome(names.stream().anyMatch(name -> exchange.environment().get(name) != null));
    }

    private static Requirement method(DirectiveUse use, String arguments) throws ConfigurationException {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        for (String word : Words.of(arguments)) {
            Method method = Method.of(word);
            if (method == Method.UNREGISTERED) {
                throw new ConfigurationException(null, "Invalid Method '" + word + "'");
            }
            methods.add(likeGet(method));
        }
        return exchange ->
                outcome(methods.contains(likeGet(Method.of(exchange.request().method()))));
    }

    private static Method likeGet(Method method) {
        return method == Method.HEAD ? Method.GET : method;
    }

    private static Requirement expression(DirectiveUse use, String arguments) throws ConfigurationException {
        String text = unquoted(arguments);
        Condition condition = Expressions.condition(use, text, "Cannot parse expression in require line: ");
        boolean aboutUser = text.contains("REMOTE_USER");
        return exchange -> {
            if (condition.test(exchange)) {
                return Outcome.GRANTED;
            }
            return aboutUser && exchange.client().user() == null ? Outcome.DENIED_NO_USER : Outcome.DENIED;
        };
    }

    /** The expression may stand in quotes as a whole. */
    private static String unquoted(String arguments) {
        boolean quoted = arguments.startsWith("\"") && Words.of(arguments).size() == 1;
        return quoted ? Words.of(arguments).getFirst() : arguments;
    }
}
