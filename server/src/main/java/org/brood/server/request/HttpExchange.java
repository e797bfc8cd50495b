package org.brood.server.request;

import java.io.IOException;
import org.brood.api.Attributes;
import org.brood.api.Client;
import org.brood.api.Exchange;
import org.brood.api.FileStatus;
import org.brood.api.Log;
import org.brood.api.Option;
import org.brood.api.Transfer;
import org.brood.api.VirtualHost;
import org.brood.conf.Settings;
import org.brood.conf.SettingsKey;
import org.brood.protocol.http1.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * The exchange as the server has it. An internal redirect and a sub-request are exchanges of their own that share the
 * client's words and the causes.
 */
public final class HttpExchange implements Exchange {
    private final Processor processor;
    private final Wire wire;
    private final VirtualHost virtualHost;
    private final RequestView request;
    private final ResponseState response;
    private ResourceState resource;
    private final AttributeTable environment = new AttributeTable();
    private final AttributeTable notes = new AttributeTable();
    private final Causes causes;
    private final TrackedFiles files;
    private final @Nullable HttpExchange previous;
    private final @Nullable HttpExchange parent;
    private @Nullable HttpExchange next;
    private Settings place;
    private boolean logging;

    private HttpExchange(
            Processor processor,
            Wire wire,
            VirtualHost virtualHost,
            RequestView request,
            ResourceState resource,
            ResponseState response,
            Causes causes,
            @Nullable HttpExchange previous,
            @Nullable HttpExchange parent) {
        this.processor = processor;
        this.wire = wire;
        this.virtualHost = virtualHost;
        this.request = request;
        this.resource = resource;
        this.causes = causes;
        this.files = new TrackedFiles(causes, processor.fileStatus());
        this.previous = previous;
        this.parent = parent;
        this.place = processor.core().defaults(virtualHost);
        this.response = response;
        request.readsFrom(() -> wire.body(processor.core().bodyLimit(this)));
        response.streamsTo(() -> new HandlerStream(this, processor, wire), () -> wire.raw(this));
    }

    /** The exchange of a request that was just read. */
    static HttpExchange first(
            Processor processor, Wire wire, VirtualHost host, RequestHead head, Causes causes, String id) {
        RequestView request = new RequestView(head, causes, id, null);
        ResourceState resource = new ResourceState(head.pathText(), head.queryText());
        return new HttpExchange(
                processor, wire, host, request, resource, new ResponseState(new FieldList()), causes, null, null);
    }

    HttpExchange redirected(String uri, @Nullable String query, String method) {
        HttpExchange other = new HttpExchange(
                processor,
                wire,
                virtualHost,
                request.asMethod(method),
                new ResourceState(uri, query),
                new ResponseState(response.errorHeaders()),
                causes,
                this,
                parent);
        environment.forEach((name, value) -> other.environment.set("REDIRECT_" + name, value));
        other.environment.set("REDIRECT_STATUS", Integer.toString(response.status()));
        next = other;
        return other;
    }

    HttpExchange beneath(String uri, @Nullable String query) {
        return new HttpExchange(
                processor,
                wire,
                virtualHost,
                request.asMethod("GET"),
                new ResourceState(uri, query),
                new ResponseState(new FieldList()),
                causes,
                null,
                this);
    }

    /** The same answer given to another request, for its log. */
    public HttpExchange again(Wire otherWire, RequestHead head) {
        HttpExchange other = new HttpExchange(
                processor,
                otherWire,
                virtualHost,
                new RequestView(head, new Causes(), request.id(), null),
                resource,
                response,
                new Causes(),
                previous,
                parent);
        other.place = place;
        environment.forEach(other.environment::set);
        notes.forEach(other.notes::set);
        return other;
    }

    /** The exchange that gives the answer: this one, or the last it was redirected to. */
    public HttpExchange last() {
        HttpExchange exchange = this;
        while (exchange.next != null) {
            exchange = exchange.next;
        }
        return exchange;
    }

    boolean wasRedirected() {
        return next != null;
    }

    public RequestHead head() {
        return request.head();
    }

    public Causes causes() {
        return causes;
    }

    Wire wire() {
        return wire;
    }

    /** The port that the client connected to; the listener's, and so the same for all answers that are remembered together. */
    public int listenerPort() {
        return wire.client().localPort();
    }

    /** The settings of the place that the request maps to, as far as known. */
    public Settings place() {
        return place;
    }

    public void place(Settings settings) {
        place = settings;
    }

    /** From now on the exchange is only looked at, so asking for time or client loses no cause. */
    void logging() {
        logging = true;
    }

    @Override
    public RequestView request() {
        return request;
    }

    @Override
    public ResponseState response() {
        return response;
    }

    @Override
    public ResourceState resource() {
        return resource;
    }

    @Override
    public Client client() {
        neverReplay();
        return wire.client();
    }

    @Override
    public VirtualHost virtualHost() {
        return virtualHost;
    }

    @Override
    public Attributes environment() {
        return environment;
    }

    @Override
    public Attributes notes() {
        return notes;
    }

    @Override
    public <T> T settings(SettingsKey<T> key) {
        return switch (key.kind()) {
            case SERVER -> virtualHost.settings().get(key);
            case DIRECTORY -> place.get(key);
        };
    }

    @Override
    public TrackedFiles files() {
        return files;
    }

    /** The state of an access file: a change of it is noticed by the very next request. */
    public FileStatus accessFile(String file) {
        return files.eagerly(file);
    }

    @Override
    public Log log(String module) {
        return processor.logs().of(this, module);
    }

    @Override
    public long startedMicros() {
        neverReplay();
        return wire.startedMicros();
    }

    @Override
    public long elapsedMicros() {
        neverReplay();
        return wire.elapsedMicros();
    }

    @Override
    public void neverReplay() {
        if (!logging) {
            causes.lose();
        }
    }

    @Override
    public Transfer transfer() {
        neverReplay();
        return wire.transfer();
    }

    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public String serverName() {
        return processor.core().serverName(this);
    }

    @Override
    public int serverPort() {
        return processor.core().serverPort(this);
    }

    @Override
    public boolean allows(Option option) {
        return processor.core().allows(this, option);
    }

    @Override
    public void become(Exchange found) {
        if (!(found instanceof HttpExchange other)) {
            throw new IllegalArgumentException("not one of this server's exchanges");
        }
        resource = other.resource;
        place = other.place;
        other.response.headers().forEach(response.headers()::set);
        other.response.errorHeaders().forEach(response.errorHeaders()::set);
        response.contentType(other.response.contentType());
        other.notes.forEach(notes::set);
        other.environment.forEach(environment::set);
    }

    @Override
    public @Nullable Exchange previous() {
        return previous;
    }

    @Override
    public @Nullable Exchange parent() {
        return parent;
    }

    @Override
    public void redirectInternally(String uri, String method) throws IOException {
        processor.redirect(this, uri, method);
    }

    @Override
    public Exchange lookup(String uri) throws IOException {
        return processor.lookup(this, uri);
    }
}
