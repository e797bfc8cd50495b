package org.brood.supervisor;

import java.util.List;
import java.util.Optional;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildLoop;
import org.brood.mpm.spi.Maintenance;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;

/** One connection at a time; as many children as StartServers says, brought back to that number by maintenance. */
final class TestMpm implements Mpm {

    static MpmSettings settings(int children, int gracefulShutdownTimeout) {
        return new MpmSettings(
                children, 1, 1, children, children, children, 1, children, 0, 1, 0, 1, gracefulShutdownTimeout, 0);
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public boolean threaded() {
        return false;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of();
    }

    @Override
    public MpmSettings settings(Settings server, Optional<MpmSettings> first, Warnings warnings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Maintenance.Decision maintain(Maintenance.View view, Maintenance.Pace pace, MpmSettings settings) {
        long active = view.children().stream()
                .filter(child -> child.current() && !child.quiescing())
                .count();
        int missing = (int) Math.max(0, settings.startServers() - active);
        return new Maintenance.Decision(List.of(Math.min(missing, pace.rate().getFirst())), List.of(), List.of(), pace);
    }

    @Override
    public ChildLoop child(ChildContext context) {
        throw new UnsupportedOperationException("see TestChild");
    }
}
