package org.brood.launcher;

import org.brood.launcher.report.Build;
import org.brood.modules.generators.status.ServerFacts;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;
import org.brood.scoreboard.BoardSnapshot;
import org.brood.scoreboard.Scoreboard;
import org.jspecify.annotations.Nullable;

/**
 * What mod_status shows. Modules are built before a child knows its board, so the board is handed in afterwards, once, before
 * the first request; in the parent it never is, and nobody asks. Any thread may ask.
 */
public final class StatusSource {
    private volatile @Nullable Scoreboard board;
    private volatile @Nullable ServerFacts facts;

    /** Called once, in the process that serves. */
    public void serving(Scoreboard shared, Mpm mpm, MpmSettings settings) {
        Build build = Build.of(ConfigurationFile.COMPATIBLE_VERSION);
        board = shared;
        facts = new ServerFacts(
                build.description(),
                mpm.name(),
                build.built(),
                mpm.name().equals("event") || mpm.name().equals("virtual"),
                settings.activeLimit(),
                settings.threadsPerChild());
    }

    BoardSnapshot snapshot() {
        return known(board).snapshot();
    }

    ServerFacts facts() {
        return known(facts);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the status page was asked for before the child served");
        }
        return value;
    }
}
