package org.brood.conf;

/**
 * The action of a directive that is accepted for httpd's sake and does nothing here, because what it tunes does not exist.
 * The reference marks such directives.
 *
 * @param check refuses what httpd would refuse
 */
public record IdleAction(DirectiveAction check) implements DirectiveAction {
    /** Whatever the arguments are. */
    public static final DirectiveAction ANY_VALUE = new IdleAction(use -> {});

    @Override
    public void apply(DirectiveUse use) throws ConfigurationException {
        check.apply(use);
    }
}
