package org.brood.server.request;

import java.util.Locale;
import org.brood.api.Hook;
import org.brood.api.Hooks;
import org.brood.api.LogSink;
import org.brood.api.Module;
import org.brood.api.OutputFilter;
import org.brood.api.Position;
import org.brood.server.request.Phases.Entry;
import org.brood.server.request.Phases.NamedFilter;
import org.brood.server.request.Phases.Phase;

/** What one module sees while it registers. */
record ModuleHooks(Module module, Phases.Registration registration) implements Hooks {

    private void add(Phase phase, Position position, Hook hook) {
        registration.add(phase, new Entry(position.ordinal(), module, hook));
    }

    @Override
    public void postReadRequest(Position position, Hook hook) {
        add(Phase.POST_READ_REQUEST, position, hook);
    }

    @Override
    public void translateName(Position position, Hook hook) {
        add(Phase.TRANSLATE_NAME, position, hook);
    }

    @Override
    public void mapToStorage(Position position, Hook hook) {
        add(Phase.MAP_TO_STORAGE, position, hook);
    }

    @Override
    public void headerParser(Position position, Hook hook) {
        add(Phase.HEADER_PARSER, position, hook);
    }

    @Override
    public void accessChecker(Position position, Hook hook) {
        add(Phase.ACCESS_CHECKER, position, hook);
    }

    @Override
    public void accessCheckerEx(Position position, Hook hook) {
        add(Phase.ACCESS_CHECKER_EX, position, hook);
    }

    @Override
    public void authentication(Position position, Hook hook) {
        add(Phase.AUTHENTICATION, position, hook);
    }

    @Override
    public void authorization(Position position, Hook hook) {
        add(Phase.AUTHORIZATION, position, hook);
    }

    @Override
    public void typeChecker(Position position, Hook hook) {
        add(Phase.TYPE_CHECKER, position, hook);
    }

    @Override
    public void fixups(Position position, Hook hook) {
        add(Phase.FIXUPS, position, hook);
    }

    @Override
    public void handler(Position position, Hook handler) {
        add(Phase.HANDLER, position, handler);
    }

    @Override
    public void handler(String name, Hook handler) {
        registration.namedHandlers.put(name, new Entry(0, module, handler));
    }

    @Override
    public void beforeResponse(Position position, Hook hook) {
        add(Phase.BEFORE_RESPONSE, position, hook);
    }

    @Override
    public void outputFilter(String name, OutputFilter filter) {
        registration.filters.put(name.toLowerCase(Locale.ROOT), new NamedFilter(module, filter));
    }

    @Override
    public void logTransaction(Position position, Hook hook) {
        add(Phase.LOG_TRANSACTION, position, hook);
    }

    @Override
    public void childInit(Runnable action) {
        registration.childInits.add(action);
    }

    @Override
    public void childExit(Runnable action) {
        registration.childExits.add(action);
    }

    @Override
    public LogSink log(String name) {
        return (data, offset, length) -> registration.logs.named(name).write(data, offset, length);
    }
}
