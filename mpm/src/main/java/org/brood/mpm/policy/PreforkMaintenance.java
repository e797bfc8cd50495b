package org.brood.mpm.policy;

import java.util.Comparator;
import java.util.List;
import org.brood.mpm.spi.Maintenance.Child;
import org.brood.mpm.spi.Maintenance.Decision;
import org.brood.mpm.spi.Maintenance.Pace;
import org.brood.mpm.spi.Maintenance.View;
import org.brood.mpm.spi.MpmSettings;

/**
 * Idle maintenance of prefork: keeps the number of idle children between MinSpareServers and MaxSpareServers. One child too
 * many is ended in a pass, always an idle one (httpd ends any); missing ones are started at {@link Pacing}'s rate.
 */
public final class PreforkMaintenance {
    private static final String REACHED = "AH00161";

    private PreforkMaintenance() {}

    public static Decision decide(View view, Pace pace, MpmSettings settings) {
        Pacing pacing = new Pacing(pace, settings.buckets(), false);
        List<Child> staying = view.children().stream()
                .filter(c -> c.running() && !c.quiescing())
                .toList();
        int total = (int) view.children().stream().filter(Child::running).count();
        int idle = staying.stream().mapToInt(Child::idle).sum();
        if (idle > settings.maxSpare()) {
            staying.stream()
                    .filter(c -> c.idle() > 0)
                    .max(Comparator.comparingInt(Child::slot))
                    .ifPresent(c -> pacing.retire(c.slot()));
            slowAll(pacing, settings);
        } else if (idle < settings.minSpare()) {
            int free = Math.min(settings.activeLimit() - staying.size(), settings.serverLimit() - total);
            start(pacing, settings, idle, total, free);
        } else {
            slowAll(pacing, settings);
        }
        return pacing.decision();
    }

    /** httpd has one rate for all buckets here; its children go to the buckets in turn. */
    private static void start(Pacing pacing, MpmSettings settings, int idle, int total, int free) {
        if (free <= 0) {
            pacing.sayOnce(
                    "error",
                    REACHED,
                    "server reached MaxRequestWorkers setting, consider raising the MaxRequestWorkers setting");
            slowAll(pacing, settings);
            return;
        }
        int rate = pacing.rate(0);
        if (pacing.seemsBusy(0)) {
            pacing.say(
                    "info",
                    "AH00162",
                    "server seems busy, (you may need to increase StartServers, or Min/MaxSpareServers), spawning "
                            + rate + " children, there are " + idle + " idle, and " + total + " total children");
        }
        pacing.spawnInTurn(Math.min(rate, free), total);
    }

    private static void slowAll(Pacing pacing, MpmSettings settings) {
        for (int bucket = 0; bucket < settings.buckets(); bucket++) {
            pacing.slow(bucket);
        }
    }
}
