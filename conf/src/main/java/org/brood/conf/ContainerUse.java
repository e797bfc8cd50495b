package org.brood.conf;

import java.util.List;

/** One use of a container, while it is being applied. Valid during the call only. */
public interface ContainerUse extends DirectiveUse {

    /** What stands inside, in order. */
    List<DirectiveNode> children();

    /**
     * Applies what stands inside at the very place where the container itself stands, as {@code <RequireAny>} needs it:
     * updates of the container and of its children meet in the same settings.
     */
    void applyChildren() throws ConfigurationException;

    /**
     * The same with fewer request methods; {@link DirectiveUse#methods()} of the children tells them.
     */
    void applyChildren(MethodLimit methods) throws ConfigurationException;

    /**
     * Applies what stands inside to fresh directory settings, as {@code <Directory>} and {@code <Proxy>} need it. What
     * stands inside is checked as inside a directory.
     *
     * @param path what {@link DirectiveUse#enclosingPath()} says to the children
     */
    Settings collectChildren(String path) throws ConfigurationException;
}
