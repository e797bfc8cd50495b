package org.brood.server.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brood.api.Hook;
import org.brood.api.Module;
import org.brood.api.OutputFilter;
import org.brood.conf.Settings;
import org.jspecify.annotations.Nullable;

/** The hooks of one configuration, phase by phase, in the order in which they run. Immutable; any thread. */
public final class Phases {

    /** The phases with httpd's names. */
    enum Phase {
        POST_READ_REQUEST,
        TRANSLATE_NAME,
        MAP_TO_STORAGE,
        HEADER_PARSER,
        ACCESS_CHECKER,
        ACCESS_CHECKER_EX,
        AUTHENTICATION,
        AUTHORIZATION,
        TYPE_CHECKER,
        FIXUPS,
        HANDLER,
        BEFORE_RESPONSE,
        LOG_TRANSACTION
    }

    /** A hook with what must be known of its module. */
    record Entry(int order, Module module, Hook hook) {}

    /** An output filter with its module. */
    record NamedFilter(Module module, OutputFilter filter) {}

    private final Map<Phase, Entry[]> hooks = new EnumMap<>(Phase.class);
    private final Map<String, Entry> namedHandlers;
    private final Map<String, NamedFilter> filters;
    private final List<Runnable> childInits;
    private final List<Runnable> childExits;

    private Phases(Registration registration) {
        for (Phase phase : Phase.values()) {
            List<Entry> entries = new ArrayList<>(registration.hooks.getOrDefault(phase, List.of()));
            entries.sort(Comparator.comparingInt(Entry::order));
            hooks.put(phase, entries.toArray(Entry[]::new));
        }
        namedHandlers = Map.copyOf(registration.namedHandlers);
        filters = Map.copyOf(registration.filters);
        childInits = List.copyOf(registration.childInits);
        childExits = List.copyOf(registration.childExits);
    }

    /** Lets the modules register, in their order. */
    public static Phases of(List<? extends Module> modules, Logs logs) {
        Registration registration = new Registration(logs);
        for (Module module : modules) {
            registration.of(module);
        }
        return new Phases(registration);
    }

    Entry[] hooks(Phase phase) {
        Entry[] entries = hooks.get(phase);
        if (entries == null) {
            throw new IllegalStateException("no such phase: " + phase);
        }
        return entries;
    }

    /** Whether any module has something to do once a request of a host with these settings is answered. */
    public boolean log(Settings server) {
        for (Entry entry : hooks(Phase.LOG_TRANSACTION)) {
            if (entry.module().logsRequests(server)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    Entry handler(String name) {
        return namedHandlers.get(name);
    }

    /** The output filter of that name in any case, or null. */
    @Nullable
    NamedFilter filter(String name) {
        return filters.get(name.toLowerCase(Locale.ROOT));
    }

    /** Runs what the modules want to do once in a child. */
    public void initChild() {
        childInits.forEach(Runnable::run);
    }

    /** Runs what the modules want to do at the end of a child. */
    public void exitChild() {
        childExits.forEach(Runnable::run);
    }

    /** What is being collected while modules register. */
    static final class Registration {
        final Map<Phase, List<Entry>> hooks = new EnumMap<>(Phase.class);
        final Map<String, Entry> namedHandlers = new HashMap<>();
        final Map<String, NamedFilter> filters = new HashMap<>();
        final List<Runnable> childInits = new ArrayList<>();
        final List<Runnable> childExits = new ArrayList<>();
        final Logs logs;

        Registration(Logs logs) {
            this.logs = logs;
        }

        void of(Module module) {
            module.register(new ModuleHooks(module, this));
        }

        void add(Phase phase, Entry entry) {
            hooks.computeIfAbsent(phase, any -> new ArrayList<>()).add(entry);
        }
    }
}
