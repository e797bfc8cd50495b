package org.brood.conf;

import java.util.List;

/**
 * A line of the configuration as it was read: conditionals decided, {@code ${NAMES}} resolved, arguments not yet split.
 *
 * @param name as written; with a leading {@code <} for a container
 * @param arguments the rest of the line; a container's still end in {@code >}, as httpd keeps them
 * @param children what stands inside a container, empty otherwise
 */
public record DirectiveNode(String name, String arguments, SourceLine source, List<DirectiveNode> children) {

    public boolean isContainer() {
        return name.charAt(0) == '<';
    }
}
