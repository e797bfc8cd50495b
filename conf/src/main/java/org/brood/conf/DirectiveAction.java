package org.brood.conf;

/** What a directive does to the settings of the place where it stands. Called once for each use (see {@link Arguments}). */
@FunctionalInterface
public interface DirectiveAction {

    /** @throws ConfigurationException if an argument is wrong; the source may be left out, the reader adds it */
    void apply(DirectiveUse use) throws ConfigurationException;
}
