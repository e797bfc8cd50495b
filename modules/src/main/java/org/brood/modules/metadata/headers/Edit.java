package org.brood.modules.metadata.headers;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.brood.api.Exchange;
import org.brood.api.Headers;
import org.brood.conf.match.Pcre;
import org.brood.modules.text.Condition;
import org.brood.modules.text.Substitution;
import org.jspecify.annotations.Nullable;

/**
 * One Header or RequestHeader line, read.
 *
 * @param header its name; the pattern's text for echo
 * @param value what to write; the replacement for edits, the name of the note for note
 * @param pattern for edits and echo
 * @param early whether it is done as soon as the request is read
 */
record Edit(
        Action action,
        String header,
        Function<Exchange, String> value,
        @Nullable Pcre pattern,
        Condition condition,
        boolean early) {

    /** The first argument. */
    enum Action {
        ADD,
        SET,
        SETIFEMPTY,
        APPEND,
        MERGE,
        UNSET,
        ECHO,
        NOTE,
        EDIT,
        EDIT_ALL;

        static @Nullable Action of(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            for (Action action : values()) {
                String name = action == EDIT_ALL ? "edit*" : action.name().toLowerCase(Locale.ROOT);
                if (name.equals(lower)) {
                    return action;
                }
            }
            return null;
        }
    }

    /** @param headers the fields this line is about */
    void apply(Exchange exchange, Headers headers) {
        switch (action) {
            case ADD -> headers.add(header, value.apply(exchange));
            case APPEND -> headers.merge(header, value.apply(exchange));
            case MERGE -> merge(headers, value.apply(exchange));
            case SET -> set(exchange, headers);
            case SETIFEMPTY -> {
                if (!headers.contains(header)) {
                    set(exchange, headers);
                }
            }
            case UNSET -> headers.remove(header);
            case ECHO -> echo(exchange);
            case NOTE -> note(exchange, headers);
            case EDIT, EDIT_ALL -> edit(exchange, headers);
        }
    }

    private void set(Exchange exchange, Headers headers) {
        String text = value.apply(exchange);
        if (isContentType()) {
            exchange.response().contentType(text);
        }
        headers.set(header, text);
    }

    private boolean isContentType() {
        return header.equalsIgnoreCase("Content-Type");
    }

    private void merge(Headers headers, String text) {
        String before = headers.get(header);
        if (before == null) {
            headers.add(header, text);
        } else if (!HeaderList.contains(before, text)) {
            headers.merge(header, text);
        }
    }

    private void echo(Exchange exchange) {
        Pcre names = pattern;
        exchange.request().headers().forEach((name, text) -> {
            if (names != null && names.matches(name)) {
                exchange.response().headers().add(name, text);
            }
        });
    }

    private void note(Exchange exchange, Headers headers) {
        String text = headers.get(header);
        String name = value.apply(exchange);
        if (text == null) {
            exchange.notes().remove(name);
        } else {
            exchange.notes().set(name, text);
        }
    }

    private void edit(Exchange exchange, Headers headers) {
        String type = exchange.response().contentType();
        if (isContentType() && type != null) {
            exchange.response().contentType(edited(type, exchange));
        }
        List<String> before = headers.all(header);
        if (!before.isEmpty()) {
            headers.remove(header);
            before.forEach(text -> headers.add(header, edited(text, exchange)));
        }
    }

    private String edited(String text, Exchange exchange) {
        Pcre expression = pattern;
        if (expression == null) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        String rest = text;
        boolean more = true;
        while (more) {
            MatchResult matcher = expression.find(rest);
            if (matcher == null) {
                break;
            }
            out.append(rest, 0, matcher.start()).append(Substitution.apply(value.apply(exchange), matcher));
            rest = rest.substring(matcher.end());
            more = action == Action.EDIT_ALL && matcher.end() > 0 && !rest.isEmpty();
        }
        return out.append(rest).toString();
    }
}
