package org.brood.mpm.worker;

import java.util.List;
import java.util.Optional;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.policy.MpmDirectives;
import org.brood.mpm.policy.ThreadedMaintenance;
import org.brood.mpm.policy.ThreadedPolicy;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.Maintenance;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;

/** worker: one thread to each connection. */
public final class WorkerMpm implements Mpm {
    private final int cores;

    /** @param cores of this machine: what is given by the number of cores is worked out from it */
    public WorkerMpm(int cores) {
        this.cores = cores;
    }

    @Override
    public String name() {
        return "worker";
    }

    @Override
    public boolean threaded() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return MpmDirectives.worker();
    }

    @Override
    public MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings) {
        return ThreadedPolicy.WORKER.settings(server, first, warnings, cores);
    }

    @Override
    public Maintenance.Decision maintain(Maintenance.View view, Maintenance.Pace pace, MpmSettings settings) {
        return ThreadedMaintenance.WORKER.decide(view, pace, settings);
    }

    @Override
    public ChildLoop child(ChildContext context) {
        return new WorkerChild(context, NanoClock.SYSTEM);
    }
}
