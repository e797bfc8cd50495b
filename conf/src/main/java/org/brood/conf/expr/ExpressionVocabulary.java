package org.brood.conf.expr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.brood.conf.SettingsKey;

/**
 * The names an expression may use beyond its grammar. {@link #STANDARD} is httpd's core; modules add theirs.
 *
 * @param variables in capitals
 * @param functions by lower-case name
 * @param listFunctions by lower-case name
 */
public record ExpressionVocabulary(
        Set<String> variables, Map<String, StringFunction> functions, Map<String, ListFunction> listFunctions) {

    /** httpd's core. */
    public static final ExpressionVocabulary STANDARD = new ExpressionVocabulary(
            Set.of(
                    "REQUEST_METHOD",
                    "REQUEST_SCHEME",
                    "REQUEST_URI",
                    "REQUEST_FILENAME",
                    "REMOTE_HOST",
                    "REMOTE_IDENT",
                    "REMOTE_USER",
                    "SERVER_ADMIN",
                    "SERVER_NAME",
                    "SERVER_PORT",
                    "SERVER_PROTOCOL",
                    "SCRIPT_FILENAME",
                    "PATH_INFO",
                    "QUERY_STRING",
                    "IS_SUBREQ",
                    "DOCUMENT_ROOT",
                    "AUTH_TYPE",
                    "THE_REQUEST",
                    "CONTENT_TYPE",
                    "HANDLER",
                    "REQUEST_LOG_ID",
                    "SCRIPT_USER",
                    "SCRIPT_GROUP",
                    "DOCUMENT_URI",
                    "LAST_MODIFIED",
                    "CONTEXT_PREFIX",
                    "CONTEXT_DOCUMENT_ROOT",
                    "REQUEST_STATUS",
                    "REMOTE_ADDR",
                    "REMOTE_PORT",
                    "HTTPS",
                    "IPV6",
                    "CONN_LOG_ID",
                    "CONN_REMOTE_ADDR",
                    "HTTP2",
                    "SERVER_SOFTWARE",
                    "API_VERSION"),
            Map.of(),
            Map.of());

    /** Where directives find the names in force; told to the reader once for the whole configuration. */
    public static final SettingsKey<ExpressionVocabulary> KEY =
            SettingsKey.server("core:expressions", STANDARD, (outer, inner) -> inner);

    public ExpressionVocabulary {
        variables = Set.copyOf(variables);
        functions = Map.copyOf(functions);
        listFunctions = Map.copyOf(listFunctions);
    }

    public ExpressionVocabulary withFunction(String name, StringFunction function) {
        Map<String, StringFunction> more = new HashMap<>(functions);
        more.put(name.toLowerCase(Locale.ROOT), function);
        return new ExpressionVocabulary(variables, more, listFunctions);
    }

    public ExpressionVocabulary withListFunction(String name, ListFunction function) {
        Map<String, ListFunction> more = new HashMap<>(listFunctions);
        more.put(name.toLowerCase(Locale.ROOT), function);
        return new ExpressionVocabulary(variables, functions, more);
    }

    public ExpressionVocabulary withVariables(Set<String> names) {
        Set<String> more = new HashSet<>(variables);
        more.addAll(names);
        return new ExpressionVocabulary(more, functions, listFunctions);
    }
}
