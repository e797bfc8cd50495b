package org.brood.mpm.policy;

import java.util.Comparator;
import java.util.List;
import org.brood.mpm.spi.Maintenance.Child;
import org.brood.mpm.spi.Maintenance.Decision;
import org.brood.mpm.spi.Maintenance.Pace;
import org.brood.mpm.spi.Maintenance.View;
import org.brood.mpm.spi.MpmSettings;

/**
 * Idle maintenance of the MPMs with threads: keeps the number of idle threads, for each bucket of listeners, between
 * MinSpareThreads and MaxSpareThreads. Which child is ended is not left to chance as in httpd: the one with the least to do.
 *
 * <p>worker and event differ. In worker a child that is finishing does not stand in the way of a new one. In event it
 * does (ServerLimit bounds all processes), idle threads of a child that does not accept are no use to anyone, and a child
 * is ended only when there is room for a graceful restart.
 */
public enum ThreadedMaintenance {
    WORKER("AH00286", "AH00287", "AH00288", "AH00289"),
    EVENT("AH00484", "AH10159", "AH03490", "AH00486");

    private final String reachedId;
    private final String nearId;
    private final String fullId;
    private final String busyId;

    ThreadedMaintenance(String reachedId, String nearId, String fullId, String busyId) {
        this.reachedId = reachedId;
        this.nearId = nearId;
        this.fullId = fullId;
        this.busyId = busyId;
    }

    public Decision decide(View view, Pace pace, MpmSettings settings) {
        Pacing pacing = new Pacing(pace, settings.buckets(), true);
        List<Child> running = view.children().stream().filter(Child::running).toList();
        int active = (int) running.stream().filter(c -> !c.quiescing()).count();
        for (int bucket = 0; bucket < settings.buckets(); bucket++) {
            active += pass(new Bucket(bucket, running, active, settings), pacing);
        }
        return pacing.decision();
    }

    /** One bucket, as the pass finds it. */
    private record Bucket(int number, List<Child> all, int active, MpmSettings settings) {

        List<Child> own() {
            return all.stream().filter(c -> c.bucket() == number).toList();
        }

        int share(int slots) {
            return Buckets.share(slots, number, settings.buckets());
        }

        int minSpare() {
            return settings.minSpare() / settings.buckets();
        }

        int maxSpare() {
            return settings.maxSpare() / settings.buckets();
        }

        /**
         * Threads that stay, busy or not. Those of children that finish do not count, nor, in event, those of the generation
         * that is being replaced: during a restart the limit is not reached just because there are two of everything.
         */
        int threads(boolean currentOnly) {
            return own().stream()
                    .filter(c -> !c.quiescing() && (c.current() || !currentOnly))
                    .mapToInt(c -> c.idle() + c.busy())
                    .sum();
        }

        /** MaxRequestWorkers as ServerLimit lets it be. */
        int mostThreads() {
            return settings.activeLimit() * settings.threadsPerChild() / settings.buckets();
        }
    }

    /** @return how many children are started */
    private int pass(Bucket bucket, Pacing pacing) {
        int idle = bucket.own().stream()
                .filter(this::offersIdleThreads)
                .mapToInt(Child::idle)
                .sum();
        if (idle < bucket.minSpare()) {
            return start(bucket, idle, pacing);
        }
        pacing.over(bucket.number(), fullId);
        pacing.slow(bucket.number());
        if (idle > bucket.maxSpare() && mayEnd(bucket)) {
            bucket.own().stream()
                    .filter(c -> c.current() && !c.quiescing())
                    .min(Comparator.comparingInt(Child::busy).thenComparing(Child::slot, Comparator.reverseOrder()))
                    .ifPresent(c -> pacing.retire(c.slot()));
        }
        return 0;
    }

    private boolean offersIdleThreads(Child child) {
        boolean serving = child.current() && !child.quiescing();
        return switch (this) {
            case WORKER -> serving;
            case EVENT -> serving && child.accepting();
        };
    }

    private boolean mayEnd(Bucket bucket) {
        int total = bucket.all().size();
        return switch (this) {
            case WORKER -> true;
            case EVENT ->
                bucket.active() == total
                        || bucket.settings().serverLimit() - total
                                > bucket.settings().activeLimit();
        };
    }

    private int start(Bucket bucket, int idle, Pacing pacing) {
        int free = free(bucket);
        boolean atLimit = bucket.threads(this == EVENT) >= bucket.mostThreads();
        if (atLimit && (this == EVENT || free == 0)) {
            sayAtLimit(idle, pacing);
            pacing.slow(bucket.number());
            return 0;
        }
        if (free == 0) {
            pacing.sayWhenItBegins(bucket.number(), "error", fullId, fullText());
            pacing.slow(bucket.number());
            return 0;
        }
        pacing.over(bucket.number(), fullId);
        return spawn(bucket, idle, free, pacing);
    }

    /** Slots that a new child can have. */
    private int free(Bucket bucket) {
        int all = bucket.own().size();
        int staying = (int) bucket.own().stream().filter(c -> !c.quiescing()).count();
        int free = switch (this) {
            case WORKER -> bucket.share(bucket.settings().activeLimit()) - staying;
            case EVENT -> bucket.share(bucket.settings().serverLimit()) - all;
        };
        return Math.max(0, free);
    }

    private int spawn(Bucket bucket, int idle, int free, Pacing pacing) {
        int count = Math.min(free, pacing.rate(bucket.number()));
        if (this == EVENT) {
            int room = Math.max(0, bucket.settings().activeLimit() - bucket.active());
            if (room == 0) {
                pacing.holdBack(bucket.number());
            }
            count = Math.min(count, room);
        }
        if (pacing.seemsBusy(bucket.number())) {
            pacing.say("info", busyId, busyText(bucket, idle, count));
        }
        pacing.spawn(bucket.number(), count);
        return count;
    }

    private void sayAtLimit(int idle, Pacing pacing) {
        if (idle == 0) {
            pacing.sayOnce(
                    "error",
                    reachedId,
                    "server reached MaxRequestWorkers setting, consider raising the MaxRequestWorkers setting");
        } else {
            pacing.sayOnce(
                    "error",
                    nearId,
                    "server is within MinSpareThreads of MaxRequestWorkers, "
                            + "consider raising the MaxRequestWorkers setting");
        }
    }

    private String fullText() {
        return switch (this) {
            case WORKER -> "scoreboard is full, not at MaxRequestWorkers";
            case EVENT -> "scoreboard is full, not at MaxRequestWorkers.Increase ServerLimit.";
        };
    }

    private String busyText(Bucket bucket, int idle, int count) {
        int total = bucket.all().size();
        String start = "server seems busy, (you may need to increase StartServers, ThreadsPerChild "
                + "or Min/MaxSpareThreads), spawning " + count + " children, there are around " + idle
                + " idle threads, ";
        return switch (this) {
            case WORKER -> start + "and " + total + " total children";
            case EVENT ->
                start + bucket.active() + " active children, and " + (total - bucket.active())
                        + " children that are shutting down";
        };
    }
}
