package org.brood.server.request;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.brood.api.LogLevel;
import org.brood.api.OutputFilter;
import org.brood.api.RequestBodyException;
import org.brood.api.Satisfy;
import org.brood.api.Verdict;
import org.brood.api.VirtualHost;
import org.brood.protocol.http.Status;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.request.Phases.Entry;
import org.brood.server.request.Phases.NamedFilter;
import org.brood.server.request.Phases.Phase;

/**
 * Runs the phases over an exchange, in httpd's order (request.c's ap_process_request_internal):
 *
 * <pre>
 *   post-read ► path made canonical ► locations, If ► translate-name ► map-to-storage (directories, files) ► locations again ► If
 *   ► header-parser ► access ► authn ► authz ► type ► fixups ► handler ► (error page) ► before-response
 * </pre>
 *
 * <p>Immutable; any thread that may block. What a phase needs of core is behind {@link Core}.
 */
public final class Processor {
    private final Phases phases;
    private final Core core;
    private final FileSource files;
    private final Logs logs;

    public Processor(Phases phases, Core core, FileSource files, Logs logs) {
        this.phases = phases;
        this.core = core;
        this.files = files;
        this.logs = logs;
    }

    FileSource fileStatus() {
        return files;
    }

    Core core() {
        return core;
    }

    Logs logs() {
        return logs;
    }

    public Phases phases() {
        return phases;
    }

    /**
     * Works out the answer. Afterwards {@code last()} is either committed (it streamed) or holds a whole body. An answer that cannot go on after it
     * has begun is cut off with its connection, so that nobody takes it for whole; it counts as answered and is logged.
     */
    public HttpExchange answer(Wire wire, VirtualHost host, RequestHead head, String id) throws IOException {
        HttpExchange exchange = HttpExchange.first(this, wire, host, head, new Causes(), id);
        try {
            Verdict early = all(Phase.POST_READ_REQUEST, exchange);
            finish(exchange, early.isStatus() ? early : process(exchange));
            complete(exchange.last());
        } catch (IOException cut) {
            if (!exchange.last().response().committed()) {
                throw cut;
            }
            wire.abandon();
        }
        return exchange.last();
    }

    /** The answer to a request that could not be read. */
    public HttpExchange refuse(Wire wire, VirtualHost host, RequestHead head, String id, int status, String note)
            throws IOException {
        HttpExchange exchange = HttpExchange.first(this, wire, host, head, new Causes(), id);
        exchange.neverReplay();
        if (!note.isEmpty()) {
            exchange.response().errorNote(note);
        }
        finish(exchange, Verdict.status(status));
        complete(exchange.last());
        return exchange.last();
    }

    private Verdict process(HttpExchange exchange) throws IOException {
        Verdict mapped = map(exchange);
        if (mapped.isStatus() || mapped.equals(Verdict.DONE)) {
            return mapped;
        }
        Verdict admitted = admit(exchange);
        if (admitted.isStatus()) {
            return admitted;
        }
        Verdict prepared = prepare(exchange);
        return prepared.isStatus() || exchange.wasRedirected() ? prepared : handle(exchange);
    }

    private Verdict map(HttpExchange exchange) throws IOException {
        Verdict canonical = core.canonicalPath(exchange);
        if (canonical.isStatus()) {
            return canonical;
        }
        core.locations(exchange);
        core.conditions(exchange);
        Verdict translated = first(Phase.TRANSLATE_NAME, exchange);
        if (translated.isStatus()) {
            return translated;
        }
        exchange.place(core.defaults(exchange.virtualHost()));
        Verdict stored = first(Phase.MAP_TO_STORAGE, exchange);
        if (stored.isStatus() || stored.equals(Verdict.DONE)) {
            return stored;
        }
        core.locations(exchange);
        core.conditions(exchange);
        return Verdict.OK;
    }

    private Verdict admit(HttpExchange exchange) throws IOException {
        Verdict parsed = exchange.parent() == null ? all(Phase.HEADER_PARSER, exchange) : Verdict.OK;
        if (parsed.isStatus()) {
            return parsed;
        }
        Verdict access = all(Phase.ACCESS_CHECKER, exchange);
        boolean any = exchange.settings(Satisfy.KEY) == Satisfy.ANY;
        if (access.isStatus() && !any) {
            return access;
        }
        Verdict without = first(Phase.ACCESS_CHECKER_EX, exchange);
        if (without.equals(Verdict.OK) || any && !access.isStatus()) {
            return Verdict.OK;
        }
        if (without.isStatus()) {
            return without;
        }
        Verdict known = first(Phase.AUTHENTICATION, exchange);
        if (known.isStatus()) {
            return known;
        }
        Verdict authorized = first(Phase.AUTHORIZATION, exchange);
        return any && authorized.equals(Verdict.DECLINED) ? access : authorized;
    }

    private Verdict prepare(HttpExchange exchange) throws IOException {
        Verdict typed = all(Phase.TYPE_CHECKER, exchange);
        return typed.isStatus() ? typed : all(Phase.FIXUPS, exchange);
    }

    private Verdict handle(HttpExchange exchange) throws IOException {
        String name = exchange.resource().handler();
        Entry named = name == null ? null : phases.handler(name);
        if (named != null) {
            Verdict verdict = run(named, exchange);
            if (!verdict.equals(Verdict.DECLINED)) {
                return verdict;
            }
        }
        Verdict verdict = first(Phase.HANDLER, exchange);
        return verdict.equals(Verdict.DECLINED) ? Verdict.status(404) : verdict;
    }

    private Verdict first(Phase phase, HttpExchange exchange) throws IOException {
        for (Entry entry : phases.hooks(phase)) {
            Verdict verdict = run(entry, exchange);
            if (!verdict.equals(Verdict.DECLINED)) {
                return verdict;
            }
        }
        return Verdict.DECLINED;
    }

    private Verdict all(Phase phase, HttpExchange exchange) throws IOException {
        for (Entry entry : phases.hooks(phase)) {
            Verdict verdict = run(entry, exchange);
            if (verdict.isStatus() || verdict.equals(Verdict.DONE) || exchange.wasRedirected()) {
                return verdict;
            }
        }
        return Verdict.OK;
    }

    private Verdict run(Entry entry, HttpExchange exchange) throws IOException {
        if (!entry.module().replayable()) {
            exchange.neverReplay();
        }
        try {
            return entry.hook().run(exchange);
        } catch (RequestBodyException refused) {
            exchange.neverReplay();
            logBody(exchange, String.valueOf(refused.getMessage()));
            return Verdict.status(refused.status());
        } catch (UnfitHeadException unfit) {
            exchange.neverReplay();
            exchange.log("core").log(LogLevel.ERROR, "AH02429", unfit.getMessage() + ", aborting request");
            exchange.response().errorHeaders().clear();
            return Verdict.status(500);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError | AssertionError defect) {
            return broken(exchange, entry, defect);
        }
    }

    /** @param text with its number in front */
    private static void logBody(HttpExchange exchange, String text) {
        int colon = text.indexOf(": ");
        exchange.log("core").log(
                LogLevel.INFO,
                text.substring(0, Math.max(0, colon)),
                text.substring(colon + 1).strip());
    }

    /** A module failed: a 500, or where the head has left the end of the connection, so that nobody takes a part for the whole. */
    private Verdict broken(HttpExchange exchange, Entry entry, Throwable defect) throws IOException {
        exchange.neverReplay();
        PeerGoneException gone = PeerGoneException.behind(defect);
        if (gone != null) {
            throw gone;
        }
        exchange.notes().set("log-id", exchange.request().id());
        String text = entry.module().name() + " failed on request "
                + exchange.request().id() + " (\"" + exchange.request().line() + "\"): " + defect;
        exchange.log("core").log(LogLevel.ERROR, "BR0201", text, defect);
        if (exchange.response().committed()) {
            throw new IOException("the answer broke off", defect);
        }
        return Verdict.status(500);
    }

    private void finish(HttpExchange exchange, Verdict verdict) throws IOException {
        if (!verdict.isStatus()) {
            return;
        }
        HttpExchange failed = exchange.last();
        if (failed.response().committed()) {
            throw new IOException("status " + verdict.code() + " after the answer had begun");
        }
        core.die(failed, verdict.code());
    }

    /** Answers with another path instead; called through the exchange. */
    void redirect(HttpExchange exchange, String uri, String method) throws IOException {
        if (core.recursionExceeded(exchange)) {
            core.die(exchange, 500);
            return;
        }
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        HttpExchange other = exchange.redirected(path, mark < 0 ? null : uri.substring(mark + 1), method);
        other.response().status(exchange.response().status());
        finish(other, process(other));
    }

    /** A redirect inside the server that an error page asked for: with GET, keeping the status. */
    public void redirectForError(HttpExchange exchange, String uri) throws IOException {
        String method = exchange.request().method().equals("HEAD") ? "HEAD" : "GET";
        redirect(exchange, uri, method);
    }

    HttpExchange lookup(HttpExchange exchange, String uri) throws IOException {
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        String base = exchange.resource().uri();
        String folder = base.substring(0, base.lastIndexOf('/') + 1).replace("%", "%25");
        String whole = path.startsWith("/") ? path : folder + path;
        HttpExchange other = exchange.beneath(whole, mark < 0 ? null : uri.substring(mark + 1));
        if (core.recursionExceeded(exchange)) {
            other.response().status(500);
            return other;
        }
        Verdict verdict = map(other);
        if (!verdict.isStatus()) {
            verdict = admit(other);
        }
        if (!verdict.isStatus()) {
            verdict = prepare(other);
        }
        if (verdict.isStatus()) {
            other.response().status(verdict.code());
        }
        return other;
    }

    private void complete(HttpExchange exchange) throws IOException {
        ResponseState response = exchange.response();
        OutputStream stream = response.openedStream();
        if (stream != null) {
            stream.close();
        }
        if (response.committed()) {
            return;
        }
        if (stream == null || !(stream instanceof HandlerStream written) || !written.begins()) {
            beforeResponse(exchange);
            filterWhole(exchange);
        }
        if (!response.committed()) {
            core.finishWhole(exchange);
        }
    }

    /** Sends a body that is known whole through filters; nothing happens when none wants it. */
    private void filterWhole(HttpExchange exchange) throws IOException {
        long length = exchange.response().body().length();
        if (length > 0 && !Status.headOnly(exchange.response().status())) {
            LazyWay way = new LazyWay(exchange, exchange.wire());
            OutputStream filters = filtered(exchange, length, way);
            if (!filters.equals(way)) {
                core.copy(exchange, filters);
            }
        }
    }

    void beforeResponse(HttpExchange exchange) throws IOException {
        all(Phase.BEFORE_RESPONSE, exchange);
    }

    /**
     * Puts the chosen filters in front of the way to the client.
     *
     * @param length of the body, or {@link OutputFilter#UNKNOWN}
     * @return {@code way} itself when none wants the answer
     */
    OutputStream filtered(HttpExchange exchange, long length, OutputStream way) throws IOException {
        List<String> names = exchange.resource().outputFilters();
        OutputStream head = way;
        for (int i = names.size() - 1; i >= 0; i--) {
            NamedFilter named = phases.filter(names.get(i));
            if (named == null) {
                String text = "an unknown filter was not added: " + names.get(i);
                exchange.log("core").log(LogLevel.ERROR, "AH00082", text);
                continue;
            }
            if (!named.module().replayable()) {
                exchange.neverReplay();
            }
            head = named.filter().insert(exchange, head.equals(way) ? length : OutputFilter.UNKNOWN, head);
        }
        return head;
    }

    /** A request that was refused before it was understood. */
    public void logViolation(HttpExchange exchange, String id, String text) {
        exchange.log("core").log(LogLevel.INFO, id, text);
    }

    /** After the last byte has left. */
    public void log(HttpExchange exchange) {
        exchange.logging();
        for (Entry entry : phases.hooks(Phase.LOG_TRANSACTION)) {
            try {
                entry.hook().run(exchange);
            } catch (IOException | RuntimeException failed) {
                exchange.log("core").log(
                        LogLevel.ERROR, "BR0202", entry.module().name() + " cannot log: " + failed);
            }
        }
    }
}
