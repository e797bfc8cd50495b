package org.brood.modules.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.brood.api.Attributes;
import org.brood.api.Client;
import org.brood.api.Exchange;
import org.brood.api.Files;
import org.brood.api.Log;
import org.brood.api.LogLevel;
import org.brood.api.Option;
import org.brood.api.Transfer;
import org.brood.api.VirtualHost;
import org.brood.conf.Settings;
import org.brood.conf.SettingsKey;
import org.jspecify.annotations.Nullable;

/** One exchange of a {@link Site}: what a test has not said has a plain default. */
public final class TestExchange implements Exchange {
    public final TestRequest request = new TestRequest();
    public final TestResponse response = new TestResponse();
    public final TestResource resource = new TestResource();
    public final TestFields.Names environment = new TestFields.Names();
    public final TestFields.Names notes = new TestFields.Names();
    public final TestClient client = new TestClient();
    public final List<String> logged = new ArrayList<>();
    public final Set<Option> options = EnumSet.noneOf(Option.class);
    public final Site site;
    public Settings directory;
    public boolean replayable = true;
    public @Nullable String redirectedTo;
    public @Nullable Exchange previous;
    public @Nullable Exchange parent;
    public long startedMicros = 1_700_000_000_123_456L;
    public long elapsedMicros = 2_500_000;

    TestExchange(Site site) {
        this.site = site;
        this.directory = site.directory();
        request.fields.add("Host", "www.example.com");
    }

    @Override
    public TestRequest request() {
        return request;
    }

    @Override
    public TestResponse response() {
        return response;
    }

    @Override
    public TestResource resource() {
        return resource;
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public Transfer transfer() {
        return client;
    }

    @Override
    public VirtualHost virtualHost() {
        return site;
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
        return key.kind() == SettingsKey.Kind.SERVER ? site.settings().get(key) : directory.get(key);
    }

    @Override
    public Files files() {
        return site;
    }

    @Override
    public Log log(String module) {
        return new Log() {
            @Override
            public boolean enabled(LogLevel level) {
                return true;
            }

            @Override
            public void log(LogLevel level, String id, String text, @Nullable Throwable cause) {
                logged.add(module + ":" + level.word() + " " + id + ": " + text);
            }
        };
    }

    @Override
    public long startedMicros() {
        return startedMicros;
    }

    @Override
    public long elapsedMicros() {
        return elapsedMicros;
    }

    @Override
    public String scheme() {
        return "http";
    }

    @Override
    public String serverName() {
        return "www.example.com";
    }

    @Override
    public int serverPort() {
        return 80;
    }

    @Override
    public boolean allows(Option option) {
        return options.contains(option);
    }

    @Override
    public void neverReplay() {
        replayable = false;
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
    public void redirectInternally(String uri, String method) {
        redirectedTo = method + " " + uri;
    }

    @Override
    public TestExchange lookup(String uri) {
        return site.lookup(this, uri);
    }

    @Override
    public void become(Exchange found) {
        TestExchange other = (TestExchange) found;
        resource.copy(other.resource);
        response.contentType(other.response.contentType());
        other.response.headers().forEach(response.headers()::set);
    }
}
