package org.brood.modules.loggers.log_config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brood.api.Exchange;
import org.brood.conf.ConfigurationException;

/**
 * A LogFormat, read: texts and {@code %} items. Between {@code %} and its letter stand, in any order, {@code !} and status
 * codes (the item is for those answers only, or for all others), {@code <} or {@code >} (the request as it came, or as
 * internal redirects left it) and {@code {argument}}.
 */
final class Format {
    private final List<Part> parts;

    /** @param original whether the item is about the request as it came */
    private record Part(Item item, boolean original, Set<Integer> statuses, boolean negated) {

        boolean isFor(int status) {
            return statuses.isEmpty() || statuses.contains(status) != negated;
        }
    }

    private Format(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Appends the whole line, its end too. */
    void write(Line line, Exchange last, Exchange original) {
        int status = last.response().status();
        for (Part part : parts) {
            if (part.isFor(status)) {
                part.item.write(line, part.original ? original : last);
            } else {
                line.octet('-');
            }
        }
        line.octet('\n');
    }

    static Format parse(String text) throws ConfigurationException {
        return new Reader(text).read();
    }

    /** Reads a format from front to back. */
    private static final class Reader {
        private final String text;
        private final List<Part> parts = new ArrayList<>();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Format read() throws ConfigurationException {
            while (at < text.length()) {
                if (text.charAt(at) == '%') {
                    at++;
                    item();
                } else {
                    constant();
                }
            }
            return new Format(parts);
        }

        private void constant() {
            Line line = new Line();
            while (at < text.length() && text.charAt(at) != '%') {
                char c = text.charAt(at++);
                if (c == '\\' && at < text.length()) {
                    escape(line);
                } else {
                    line.plain(String.valueOf(c));
                }
            }
            addConstant(line);
        }

        private void escape(Line line) {
            int named = "\\rnt".indexOf(text.charAt(at));
            if (named < 0) {
                line.octet('\\');
            } else {
                line.octet("\\\r\n\t".charAt(named));
                at++;
            }
        }

        private void addConstant(Line line) {
            byte[] octets = java.util.Arrays.copyOf(line.octets(), line.length());
            parts.add(new Part((out, exchange) -> out.octets(octets), false, Set.of(), false));
        }

        private void item() throws ConfigurationException {
            if (at < text.length() && text.charAt(at) == '%') {
                at++;
                Line percent = new Line();
                percent.octet('%');
                addConstant(percent);
                return;
            }
            boolean negated = false;
            int wanted = 0;
            String argument = "";
            Set<Integer> statuses = new HashSet<>();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9') {
                    statuses.add(number());
                    continue;
                }
                at++;
                switch (c) {
                    case '!' -> negated = !negated;
                    case '<' -> wanted = 1;
                    case '>' -> wanted = -1;
                    case ',' -> {
                        // only separates
                    }
                    case '{' -> argument = argument();
                    default -> {
                        add(c, argument, wanted, statuses, negated);
                        return;
                    }
                }
            }
            throw new ConfigurationException(null, "Ran off end of LogFormat parsing args to some directive");
        }

        private void add(char letter, String argument, int wanted, Set<Integer> statuses, boolean negated)
                throws ConfigurationException {
            String name = String.valueOf(letter);
            if (letter == '^' && at + 1 < text.length()) {
                name = text.substring(at - 1, at + 2);
                at += 2;
            }
            Item item = Items.named(name, argument);
            if (item == null) {
                throw new ConfigurationException(null, "Unrecognized LogFormat directive %" + letter);
            }
            boolean original = wanted == 0 ? Items.isAboutOriginal(name) : wanted > 0;
            parts.add(new Part(item, original, Set.copyOf(statuses), negated));
        }

        private int number() {
            int value = 0;
            while (at < text.length() && Character.isDigit(text.charAt(at)) && value < 100_000) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            return value;
        }

        private String argument() {
            int end = text.indexOf('}', at);
            String argument = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return argument;
        }
    }
}
