package org.brood.mpm.prefork;

import java.util.List;
import java.util.Optional;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.policy.MpmDirectives;
import org.brood.mpm.policy.PreforkMaintenance;
import org.brood.mpm.policy.PreforkPolicy;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.Maintenance;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;

/** prefork: one process to each connection. */
public final class PreforkMpm implements Mpm {
    private final int cores;

    /** @param cores of this machine: what is given by the number of cores is worked out from it */
    public PreforkMpm(int cores) {
        this.cores = cores;
    }

    @Override
    public String name() {
        return "prefork";
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return MpmDirectives.prefork();
    }

    @Override
    public MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings) {
        return PreforkPolicy.settings(server, first, warnings, cores);
    }

    @Override
    public Maintenance.Decision maintain(Maintenance.View view, Maintenance.Pace pace, MpmSettings settings) {
        return PreforkMaintenance.decide(view, pace, settings);
    }

    @Override
    public ChildLoop child(ChildContext context) {
        return new PreforkChild(context, NanoClock.SYSTEM);
    }
}
