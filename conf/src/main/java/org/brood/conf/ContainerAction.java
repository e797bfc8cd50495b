package org.brood.conf;

/** What a container does; it decides itself when and where the directives inside it are applied. */
@FunctionalInterface
public interface ContainerAction {

    /** @throws ConfigurationException if an argument or something inside is wrong; the source may be left out */
    void apply(ContainerUse use) throws ConfigurationException;
}
