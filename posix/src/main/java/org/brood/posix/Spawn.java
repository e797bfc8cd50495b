package org.brood.posix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program about to be started by posix_spawn(3), which unlike fork costs the same however large this process is. Built by
 * one thread, started once.
 *
 * <p>The program gets the descriptors that are named here, under the numbers named here, and none of the others when
 * {@link #closeFrom} ends the list. It starts with no signal blocked (threads of a JVM block some); those that are ignored
 * here stay so unless {@link #defaultSignals} names them. The JVM's caught signals are reset by exec.
 */
public final class Spawn {
    private final String program;
    private final List<String> arguments;
    private final List<SpawnAction> actions = new ArrayList<>();
    private final List<Integer> defaultSignals = new ArrayList<>();
    private List<String> environment = environmentOf(System.getenv());
    private int processGroup = -1;
    private boolean newSession;

    /** @param program a path, not searched for; @param arguments with the program's name for itself as the first */
    public Spawn(String program, List<String> arguments) {
        this.program = program;
        this.arguments = List.copyOf(arguments);
    }

    /** Instead of this process's own environment. */
    public Spawn environment(Map<String, String> variables) {
        environment = environmentOf(variables);
        return this;
    }

    /** The program's descriptor {@code number} is our {@code fd}. Any order will do, as if all were moved at once. */
    public Spawn descriptor(int fd, int number) {
        actions.add(new SpawnAction.Duplicate(fd, number));
        return this;
    }

    /** The program's descriptor {@code number} is opened by itself. @param flags as {@link Files#open} */
    public Spawn open(String path, int flags, int mode, int number) {
        actions.add(new SpawnAction.Open(path, flags, mode, number));
        return this;
    }

    /** The program has no descriptor of this number or above. Needs glibc 2.34. */
    public Spawn closeFrom(int number) {
        actions.add(new SpawnAction.CloseFrom(number));
        return this;
    }

    /** The program starts in this directory. Needs glibc 2.29. */
    public Spawn directory(String path) {
        actions.add(new SpawnAction.Directory(path));
        return this;
    }

    /** setsid(2): away from our terminal and process group. */
    public Spawn newSession() {
        newSession = true;
        return this;
    }

    /** setpgid(2). @param group 0 for a new group of its own */
    public Spawn processGroup(int group) {
        processGroup = group;
        return this;
    }

    /** These signals have their default effect, whatever they have here. */
    public Spawn defaultSignals(Signal... signals) {
        for (Signal signal : signals) {
            defaultSignals.add(signal.number());
        }
        return this;
    }

    /**
     * Starts it.
     *
     * @return its process id; wait for it some time ({@link Processes#poll}), or it stays in the process table
     * @throws ErrnoException ENOENT, EACCES, E2BIG, EAGAIN, or what a step before the exec met with
     */
    public int start() {
        SpawnAttributes attributes = new SpawnAttributes(newSession, processGroup, defaultSignals);
        return SpawnCalls.start(program, arguments, environment, List.copyOf(actions), attributes);
    }

    private static List<String> environmentOf(Map<String, String> variables) {
        List<String> list = new ArrayList<>();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            list.add(variable.getKey() + "=" + variable.getValue());
        }
        return list;
    }
}
