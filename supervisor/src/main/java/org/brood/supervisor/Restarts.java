package org.brood.supervisor;

import java.util.List;
import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.mpm.spi.Maintenance;
import org.brood.mpm.spi.MpmSettings;
import org.brood.supervisor.child.Child;
import org.brood.supervisor.child.Stage;
import org.brood.supervisor.listen.BindFailure;
import org.brood.supervisor.listen.Listener;
import org.brood.supervisor.listen.Listeners;
import org.brood.supervisor.log.LogFiles;
import org.brood.supervisor.log.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new generation in force. Belongs to the parent's thread.
 *
 * <pre>
 *   read the configuration, bind what is new, open the logs ── any failure: the old generation goes on, told why
 *   start the new children
 *   HUP:  the old ones are stopped at once
 *   USR1: the old ones go on accepting until every new one that was started has said READY (or has ended);
 *         only then they finish, and sockets that are no longer asked for are closed: the relief
 *   USR1 before the relief of the last one: waits for it, so that there are never three generations of everything
 *   a new child ends as fatal before the relief: the new generation is given up, the old one stays
 * </pre>
 */
final class Restarts {
    /** How long one new child that does not get ready may keep the others from relieving the old generation. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private static final int HOLD_OFF = 10;

    private final House house;
    private final Births births;
    private final PlanSource plans;
    private final MpmSettings first;
    private int lastNumber;
    private Listeners.@Nullable Change pending;

    Restarts(House house, Births births, PlanSource plans) {
        this.house = house;
        this.births = births;
        this.plans = plans;
        this.first = house.plan().settings();
        this.lastNumber = house.current().number();
    }

    /**
     * Whether a former generation still waits for its relief. A further graceful restart would only add children to those
     * that a busy machine is still starting; it waits, no longer than the relief itself may.
     */
    boolean isUnderWay() {
        int number = house.current().number();
        return isPatient()
                && !house.brood()
                        .those(child ->
                                child.generation() != number && child.stage().isActive())
                        .isEmpty();
    }

    private boolean isPatient() {
        return System.nanoTime() - house.current().sinceNanos() < PATIENCE_NANOS;
    }

    void graceful() {
        house.log(
                LogLevel.NOTICE,
                house.words().graceful(),
                house.plan().mpm().name().equals("prefork")
                        ? "Graceful restart requested, doing restart"
                        : "SIGUSR1 received.  Doing graceful restart");
        if (enterNext(false)) {
            int buckets = house.plan().settings().buckets();
            house.pace(new Maintenance.Pace(
                    Maintenance.Pace.first(buckets).rate(),
                    HOLD_OFF,
                    house.pace().told()));
            births.startUp();
        }
    }

    void hard() {
        house.log(LogLevel.NOTICE, house.words().restarting(), "SIGHUP received.  Attempting to restart");
        List<Child> old = house.brood().all();
        if (enterNext(true)) {
            old.forEach(child -> child.stop(System.nanoTime()));
            settle();
            house.pace(Maintenance.Pace.first(house.plan().settings().buckets()));
            births.startUp();
        }
    }

    /** The old generation's children finish now if the new one can take over. Called whenever a child is ready or has ended. */
    void relieve() {
        int number = house.current().number();
        List<Child> old = house.brood()
                .those(child -> child.generation() != number && child.stage().isActive());
        if (old.isEmpty() && pending == null) {
            return;
        }
        boolean someServe = house.brood().active(number).stream().anyMatch(child -> child.stage() == Stage.SERVING);
        boolean someStart = house.brood().active(number).stream().anyMatch(child -> child.stage() == Stage.STARTING);
        if (someServe && !(someStart && isPatient())) {
            settle();
            for (Child child : old) {
                child.finish(System.nanoTime());
                births.tell(child, "quiescing");
            }
        }
    }

    /**
     * A child of the current generation has ended as fatal.
     *
     * @return false when there is no former generation that still serves
     */
    boolean giveUpNewest() {
        int number = house.current().number();
        boolean oldServes = house.brood().all().stream()
                .anyMatch(child -> child.generation() != number && child.stage() == Stage.SERVING);
        if (pending == null || !oldServes) {
            return false;
        }
        births.forgetOthers();
        house.brood().those(child -> child.generation() == number).forEach(child -> child.stop(System.nanoTime()));
        pending.abandon();
        pending = null;
        house.returnToFormer();
        house.board().generation(house.current().number(), false);
        house.log(
                LogLevel.ALERT,
                "BR1003",
                "the new configuration's children cannot serve: generation "
                        + house.current().number() + " goes on; mend what the lines above say and restart again");
        return true;
    }

    private void settle() {
        if (pending != null) {
            pending.apply();
            pending = null;
        }
    }

    private boolean enterNext(boolean clear) {
        settle();
        try {
            Plan plan = plans.read(Optional.of(first), (id, text) -> house.log("core", LogLevel.WARN, id, text));
            checkSameMpm(plan);
            open(clear ? plan : keepBuckets(plan), clear);
            return true;
        } catch (ConfigurationException e) {
            refuse(e.report());
        } catch (BindFailure e) {
            refuse(e.lines().getFirst());
        } catch (LogFiles.Failure e) {
            refuse(String.valueOf(e.getMessage()));
        }
        return false;
    }

    private void open(Plan plan, boolean clear) throws BindFailure, LogFiles.Failure {
        int buckets = plan.settings().buckets();
        Listeners.Change change = house.listeners().prepare(plan.listen(), buckets);
        int pipes = house.pipes().size();
        LogFiles logs;
        try {
            logs = LogFiles.open(plan.logs(), house.pipes());
        } catch (LogFiles.Failure e) {
            change.abandon();
            throw e;
        }
        List<Listener> wanted = change.wanted();
        lastNumber++;
        Generation next = Generation.freeze(lastNumber, plan, logs, wanted, house.board(), System.nanoTime());
        house.enter(next);
        house.pipes().retire(house.pipes().size() - pipes);
        pending = change;
        house.board().generation(lastNumber, clear);
        Startup.announce(house);
    }

    /** As in httpd only a hard restart counts the cores again: the sockets of a graceful one stay as they are. */
    private Plan keepBuckets(Plan plan) {
        int buckets = house.plan().settings().buckets();
        return plan.settings().buckets() == buckets
                ? plan
                : plan.with(plan.settings().withBuckets(buckets));
    }

    private void checkSameMpm(Plan plan) throws ConfigurationException {
        if (!plan.mpm().name().equals(house.plan().mpm().name())) {
            throw new ConfigurationException(
                    null, "AH00526: the MPM cannot be changed by a restart: stop the server and start it again");
        }
    }

    private void refuse(String why) {
        house.log(
                "core",
                LogLevel.ERROR,
                "BR1000",
                "the restart is refused and generation " + house.current().number() + " goes on serving: " + why);
    }
}
