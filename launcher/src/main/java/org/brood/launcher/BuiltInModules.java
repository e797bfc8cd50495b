package org.brood.launcher;

import java.util.List;
import org.brood.mpm.event.EventMpm;
import org.brood.mpm.prefork.PreforkMpm;
import org.brood.mpm.worker.WorkerMpm;
import org.brood.server.core.CoreModule;

/** The one list of what is built in. */
final class BuiltInModules {
    private BuiltInModules() {}

    static BuiltIn all() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new BuiltIn(
                List.of(new EventMpm(cores), new WorkerMpm(cores), new PreforkMpm(cores)), List.of(new CoreModule()));
    }
}
