package org.brood.mpm.policy;

import java.util.ArrayList;
import java.util.List;
import org.brood.mpm.spi.Maintenance.Decision;
import org.brood.mpm.spi.Maintenance.Message;
import org.brood.mpm.spi.Maintenance.Pace;

/**
 * A decision in the making. How fast children are started: one in the first pass in which some are missing, then twice as
 * many each pass up to a cap, from one again when none is missing; not doubled for some passes after a graceful restart.
 */
final class Pacing {
    /** Most children started in one pass, over all buckets. */
    private static final int MOST = 32;
    /** From this rate on httpd says that the server seems busy. */
    private static final int BUSY = 8;

    private final int cap;
    private final List<Integer> rates;
    private final List<Integer> spawn;
    private final List<Integer> retire = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<String> told;
    private int holdOff;

    /** @param ratesApart whether each bucket has a rate of its own, so that they share the cap */
    Pacing(Pace pace, int buckets, boolean ratesApart) {
        this.cap = ratesApart ? Math.max(1, MOST / buckets) : MOST;
        this.rates = new ArrayList<>(pace.rate());
        while (rates.size() < buckets) {
            rates.add(1);
        }
        this.spawn = new ArrayList<>(java.util.Collections.nCopies(buckets, 0));
        this.told = new ArrayList<>(pace.told());
        this.holdOff = pace.holdOff();
    }

    int rate(int bucket) {
        return rates.get(bucket);
    }

    boolean seemsBusy(int bucket) {
        return rate(bucket) >= BUSY;
    }

    /** Nothing is missing in this bucket, or nothing can be done. */
    void slow(int bucket) {
        rates.set(bucket, 1);
    }

    /** Children may not be started now: begin slowly, and do not double this time. */
    void holdBack(int bucket) {
        slow(bucket);
        holdOff++;
    }

    void spawn(int bucket, int count) {
        spawn.set(bucket, count);
        if (holdOff > 0) {
            holdOff--;
        } else if (rate(bucket) < cap) {
            rates.set(bucket, Math.min(cap, 2 * rate(bucket)));
        }
    }

    /** One rate for all buckets, whose children are dealt out in turn. @param first the number of the first one */
    void spawnInTurn(int count, int first) {
        spawn(0, 0);
        for (int i = 0; i < count; i++) {
            int bucket = (first + i) % spawn.size();
            spawn.set(bucket, spawn.get(bucket) + 1);
        }
    }

    void retire(int slot) {
        retire.add(slot);
    }

    void say(String level, String id, String text) {
        messages.add(new Message(level, id, text));
    }

    /** Said once in the parent's life. */
    void sayOnce(String level, String id, String text) {
        if (!told.contains(id)) {
            told.add(id);
            say(level, id, text);
        }
    }

    /** Said when a condition begins; {@link #over} makes it news again (httpd repeats it every second: hazard H32). */
    void sayWhenItBegins(int bucket, String level, String id, String text) {
        String mark = id + "/" + bucket;
        if (!told.contains(mark)) {
            told.add(mark);
            say(level, id, text);
        }
    }

    void over(int bucket, String id) {
        told.remove(id + "/" + bucket);
    }

    Decision decision() {
        return new Decision(spawn, retire, messages, new Pace(rates, holdOff, told));
    }
}
