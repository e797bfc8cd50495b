package org.brood.modules.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brood.api.Hook;
import org.brood.api.Hooks;
import org.brood.api.LogSink;
import org.brood.api.OutputFilter;
import org.brood.api.Position;

/** Remembers what modules hooked in, by the phase's name. */
public final class TestHooks implements Hooks {
    public final Map<String, OutputFilter> filters = new HashMap<>();
    public final Map<String, Hook> handlers = new HashMap<>();
    public final List<Runnable> exits = new ArrayList<>();
    private final Map<String, List<Hook>> phases = new HashMap<>();
    private final Map<String, ByteArrayOutputStream> logs = new HashMap<>();

    private void add(String phase, Hook hook) {
        phases.computeIfAbsent(phase, key -> new ArrayList<>()).add(hook);
    }

    public List<Hook> of(String phase) {
        return phases.getOrDefault(phase, List.of());
    }

    /** What has been written to a log. */
    public String logged(String name) {
        ByteArrayOutputStream log = logs.get(name);
        return log == null ? "" : log.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void postReadRequest(Position position, Hook hook) {
        add("postReadRequest", hook);
    }

    @Override
    public void translateName(Position position, Hook hook) {
        add("translateName", hook);
    }

    @Override
    public void mapToStorage(Position position, Hook hook) {
        add("mapToStorage", hook);
    }

    @Override
    public void headerParser(Position position, Hook hook) {
        add("headerParser", hook);
    }

    @Override
    public void accessChecker(Position position, Hook hook) {
        add("accessChecker", hook);
    }

    @Override
    public void accessCheckerEx(Position position, Hook hook) {
        add("accessCheckerEx", hook);
    }

    @Override
    public void authentication(Position position, Hook hook) {
        add("authentication", hook);
    }

    @Override
    public void authorization(Position position, Hook hook) {
        add("authorization", hook);
    }

    @Override
    public void typeChecker(Position position, Hook hook) {
        add("typeChecker", hook);
    }

    @Override
    public void fixups(Position position, Hook hook) {
        add("fixups", hook);
    }

    @Override
    public void handler(Position position, Hook handler) {
        add("handler", handler);
    }

    @Override
    public void handler(String name, Hook handler) {
        handlers.put(name, handler);
    }

    @Override
    public void beforeResponse(Position position, Hook hook) {
        add("beforeResponse", hook);
    }

    @Override
    public void outputFilter(String name, OutputFilter filter) {
        filters.put(name, filter);
    }

    @Override
    public void logTransaction(Position position, Hook hook) {
        add("logTransaction", hook);
    }

    @Override
    public void childInit(Runnable action) {
        action.run();
    }

    @Override
    public void childExit(Runnable action) {
        exits.add(action);
    }

    @Override
    public LogSink log(String name) {
        ByteArrayOutputStream log = logs.computeIfAbsent(name, key -> new ByteArrayOutputStream());
        return log::write;
    }
}
