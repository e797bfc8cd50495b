package org.brood.mpm.spi;

import java.util.List;
import java.util.Optional;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;

/**
 * A Multi-Processing Module: how many children there are, and how a child gives connections a thread.
 *
 * <p>The first four methods run in the parent and are pure functions; {@link #child} runs in a child. The parent and its
 * children hold different instances.
 */
public interface Mpm {

    /** {@code prefork}, {@code worker}, {@code event} or {@code virtual}, as {@code -V} and server-status print it. */
    String name();

    /** Whether several connections can be in progress in one child. A module that is not thread-safe is refused then. */
    boolean threaded();

    /** The directives that this MPM knows; using another MPM's is a configuration error, as in httpd. */
    List<DirectiveSpec> directives();

    /**
     * Checks and corrects what the directives say, in httpd's order and with its warnings (reference 3.3).
     *
     * @param first the settings of this parent's first start, whose ServerLimit and ThreadLimit hold for its life
     */
    MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings);

    /** One pass of idle maintenance, once a second on a tick in which no child died. */
    Maintenance.Decision maintain(Maintenance.View view, Maintenance.Pace pace, MpmSettings settings);

    /** The loop of a child; {@link ChildLoop#run} is called once, on the child's main thread. */
    ChildLoop child(ChildContext context);

    /** Where corrections are told: the console before the server is up, the error log after. */
    @FunctionalInterface
    interface Warnings {

        /**
         * httpd words each correction in two ways, and tools look for both.
         *
         * @param consoleId the AH number used on the console; empty where httpd says nothing there, because it can only
         *     happen at a restart
         * @param consoleText begins with {@code WARNING: }
         * @param logId the AH number used in the error log
         */
        void warn(String consoleId, String consoleText, String logId, String logText);
    }
}
