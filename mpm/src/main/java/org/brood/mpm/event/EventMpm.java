package org.brood.mpm.event;

import java.util.List;
import java.util.Optional;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;
import org.brood.mpm.child.NanoClock;
import org.brood.mpm.listener.ListeningChild;
import org.brood.mpm.policy.MpmDirectives;
import org.brood.mpm.policy.ThreadedMaintenance;
import org.brood.mpm.policy.ThreadedPolicy;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.Maintenance;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;

/** event: nothing but a record to a connection that waits. */
public final class EventMpm implements Mpm {
    private final int cores;

    /** @param cores of this machine: what is given by the number of cores is worked out from it */
    public EventMpm(int cores) {
        this.cores = cores;
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public boolean threaded() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return MpmDirectives.event();
    }

    @Override
    public MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings) {
        return ThreadedPolicy.EVENT.settings(server, first, warnings, cores);
    }

    @Override
    public Maintenance.Decision maintain(Maintenance.View view, Maintenance.Pace pace, MpmSettings settings) {
        return ThreadedMaintenance.EVENT.decide(view, pace, settings);
    }

    @Override
    public ChildLoop child(ChildContext context) {
        return new ListeningChild(
                context, NanoClock.SYSTEM, (stint, watcher) -> new EventCrew(context, stint, watcher));
    }
}
