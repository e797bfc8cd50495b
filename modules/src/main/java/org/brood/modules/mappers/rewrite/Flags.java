package org.brood.modules.mappers.rewrite;

import org.brood.conf.ConfigurationException;

/** The field {@code [key,key=value ...]} behind a rule or a condition. */
final class Flags {

    /** Takes one flag. */
    @FunctionalInterface
    interface Taker {
        /** @param value empty when there is none */
        void take(String key, String value) throws ConfigurationException;
    }

    private Flags() {}

    static void read(String directive, String field, Taker taker) throws ConfigurationException {
        if (!field.startsWith("[") || !field.endsWith("]")) {
            throw new ConfigurationException(null, directive + ": bad flag delimiters");
        }
        for (String word : field.substring(1, field.length() - 1).split(",")) {
            String flag = word.strip();
            if (!flag.isEmpty()) {
                int equals = flag.indexOf('=');
                String key = equals < 0 ? flag : flag.substring(0, equals);
                taker.take(key, equals < 0 ? "" : flag.substring(equals + 1));
            }
        }
    }

    static ConfigurationException unknown(String directive, String key) {
        return new ConfigurationException(null, directive + ": unknown flag '" + key + "'");
    }
}
