package org.brood.mpm.spi;

/** A running child. */
public interface ChildLoop {

    /** Sends {@link Orders#READY} once connections are taken, serves until told otherwise or used up, and says how it ended. */
    ChildExit run();
}
