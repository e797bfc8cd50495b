package org.brood.server.connection;

import java.nio.charset.StandardCharsets;
import org.brood.api.Client;
import org.brood.posix.InetEndpoint;
import org.brood.posix.Sockets;
import org.jspecify.annotations.Nullable;

/** The two ends of a connection, and what is counted on it. One owner thread. */
class Peer implements Client, Site.LocalEnd {
    private final int socket;
    private final InetEndpoint remote;
    private final long id;
    private @Nullable InetEndpoint local;
    private byte @Nullable [] label;
    private @Nullable String user;
    private @Nullable String authenticationType;
    private @Nullable ConnectionRules lastRules;
    private int answered;

    Peer(int socket, InetEndpoint remote, long id) {
        this.socket = socket;
        this.remote = remote;
        this.id = id;
    }

    final int socket() {
        return socket;
    }

    final long id() {
        return id;
    }

    @Override
    public final InetEndpoint local() {
        InetEndpoint known = local;
        if (known == null) {
            known = Sockets.localEndpoint(socket);
            local = known;
        }
        return known;
    }

    final int answered() {
        return answered;
    }

    final void answeredOne(ConnectionRules rules) {
        answered++;
        lastRules = rules;
        user = null;
        authenticationType = null;
    }

    /** The rules of the host that answered last; they say how long the connection is kept. */
    final @Nullable ConnectionRules lastRules() {
        return lastRules;
    }

    final InetEndpoint remote() {
        return remote;
    }

    /** The client's address as the board shows it. */
    final byte[] label() {
        byte[] known = label;
        if (known == null) {
            known = remote.host().getBytes(StandardCharsets.US_ASCII);
            label = known;
        }
        return known;
    }

    @Override
    public String address() {
        return remote.host();
    }

    @Override
    public int port() {
        return remote.port();
    }

    @Override
    public String host() {
        return remote.host();
    }

    @Override
    public String localAddress() {
        return local().host();
    }

    @Override
    public int localPort() {
        return local().port();
    }

    @Override
    public int earlierRequests() {
        return answered;
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
        return authenticationType;
    }

    @Override
    public void authenticationType(@Nullable String value) {
        authenticationType = value;
    }
}
