package org.brood.modules.testing;

import org.brood.api.Client;
import org.brood.api.Transfer;
import org.jspecify.annotations.Nullable;

/** The client of a test, and what went over its connection. */
public final class TestClient implements Client, Transfer {
    public String address = "192.0.2.7";
    public String host = "192.0.2.7";
    public int earlierRequests;
    public boolean aborted;
    public boolean keptAlive = true;
    public @Nullable String user;
    public @Nullable String type;

    @Override
    public String address() {
        return address;
    }

    @Override
    public int port() {
        return 50_000;
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public String localAddress() {
        return "192.0.2.1";
    }

    @Override
    public int localPort() {
        return 80;
    }

    @Override
    public int earlierRequests() {
        return earlierRequests;
    }

    @Override
    public @Nullable String user() {
        return user;
    }

    @Override
    public void user(@Nullable String value) {
        user = value;
    }

    @Override
    public @Nullable String authenticationType() {
        return type;
    }

    @Override
    public void authenticationType(@Nullable String value) {
        type = value;
    }

    @Override
    public long bytesIn() {
        return 100;
    }

    @Override
    public long bytesOut() {
        return 300;
    }

    @Override
    public boolean aborted() {
        return aborted;
    }

    @Override
    public boolean keptAlive() {
        return keptAlive;
    }
}
