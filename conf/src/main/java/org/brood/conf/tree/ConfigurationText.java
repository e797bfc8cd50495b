package org.brood.conf.tree;

import java.nio.charset.StandardCharsets;

/**
 * Bytes of a configuration file as text: UTF-8, or one character for each byte when the file is not UTF-8, so that no
 * byte is lost.
 */
public final class ConfigurationText {

    private ConfigurationText() {}

    public static String of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
