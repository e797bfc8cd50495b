package org.brood.conf.expr;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The string functions of httpd's core. */
enum CoreFunction {
    OSENV,
    ENV,
    RESP,
    REQ,
    HTTP,
    NOTE,
    REQENV,
    REQ_NOVARY,
    TOLOWER,
    TOUPPER,
    ESCAPE,
    UNESCAPE,
    FILE,
    FILESIZE,
    BASE64,
    UNBASE64,
    SHA1,
    MD5,
    LDAP;

    static @Nullable CoreFunction named(String name) {
        for (CoreFunction function : values()) {
            if (function.name().equalsIgnoreCase(name)) {
                return function;
            }
        }
        return null;
    }

    boolean readsFiles() {
        return this == FILE || this == FILESIZE;
    }

    /** The name as httpd's messages have it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String apply(Evaluation evaluation, String argument) throws ExpressionFailure {
        ExpressionContext context = evaluation.context();
        return switch (this) {
            case OSENV -> context.systemEnvironment(argument);
            case ENV -> environment(context, argument);
            case RESP -> context.responseHeader(argument);
            case REQ, HTTP -> {
                evaluation.vary(argument);
                yield context.requestHeader(argument);
            }
            case NOTE -> context.note(argument);
            case REQENV -> context.requestEnvironment(argument);
            case REQ_NOVARY -> context.requestHeader(argument);
            case TOLOWER -> argument.toLowerCase(Locale.ROOT);
            case TOUPPER -> argument.toUpperCase(Locale.ROOT);
            case ESCAPE -> Escapes.uri(argument);
            case UNESCAPE -> Escapes.unescaped(argument);
            case FILE -> FileFacts.content(argument);
            case FILESIZE -> FileFacts.size(argument);
            case BASE64 -> Escapes.base64(argument);
            case UNBASE64 -> Escapes.unbase64(argument);
            case SHA1 -> Escapes.digest("SHA-1", argument);
            case MD5 -> Escapes.digest("MD5", argument);
            case LDAP -> Escapes.ldap(argument);
        };
    }

    /** Notes, then the request's environment, then the process's: the order of mod_ssl's old expressions. */
    private static @Nullable String environment(ExpressionContext context, String name) {
        String note = context.note(name);
        if (note != null) {
            return note;
        }
        String variable = context.requestEnvironment(name);
        return variable != null ? variable : context.systemEnvironment(name);
    }
}
