package org.brood.launcher;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Module;
import org.brood.modules.generators.status.StatusModule;
import org.brood.mpm.event.EventMpm;
import org.brood.mpm.prefork.PreforkMpm;
import org.brood.mpm.virtual.VirtualMpm;
import org.brood.mpm.worker.WorkerMpm;
import org.brood.server.core.CoreModule;

/** The one list of what is built in. */
final class BuiltInModules {
    private BuiltInModules() {}

    static BuiltIn all() {
        int cores = Runtime.getRuntime().availableProcessors();
        List<Module> modules = new ArrayList<>(org.brood.modules.BuiltIn.modules());
        StatusSource status = new StatusSource();
        modules.add(new StatusModule(status::snapshot, status::facts, () -> System.currentTimeMillis() * 1000));
        modules.add(new CoreModule());
        return new BuiltIn(
                List.of(new EventMpm(cores), new WorkerMpm(cores), new PreforkMpm(cores), new VirtualMpm(cores)),
                modules,
                status);
    }
}
