package org.brood.supervisor.child;

/**
 * Where a child is on its way, as the parent's own book has it. It only ever moves forward.
 *
 * <pre>
 *   STARTING ─ READY received ─► SERVING ─ finish ordered, or QUIESCING received ─► FINISHING
 *       └───────────────┴──────────────────────── stop ordered ────────────────────────┴────► STOPPING
 * </pre>
 */
public enum Stage {
    STARTING,
    SERVING,
    FINISHING,
    STOPPING;

    /** Whether it takes connections, or will. */
    public boolean isActive() {
        return this == STARTING || this == SERVING;
    }
}
