package org.brood.conf;

/** Where warnings about the configuration go: the console in the first pass, the error log later. */
@FunctionalInterface
public interface WarningSink {

    /**
     * @param messageId httpd's number, {@code AH00111}
     * @param text what httpd writes behind the number
     */
    void warn(String messageId, String text);

    /** The same of level info: not heard unless a sink says so. */
    default void inform(String messageId, String text) {}
}
