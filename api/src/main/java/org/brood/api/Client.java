package org.brood.api;

import org.jspecify.annotations.Nullable;

/** The other end of the connection, and ours. An answer that asked for any of it is not remembered. */
public interface Client {

    /** The peer's address as text. */
    String address();

    int port();

    /** The peer's name as HostnameLookups wants it, else its address. May ask DNS and block. */
    String host();

    String localAddress();

    int localPort();

    /** The number of requests on this connection before this one. */
    int earlierRequests();

    /** The user as authentication found; null when nobody was asked. */
    @Nullable
    String user();

    void user(@Nullable String user);

    @Nullable
    String authenticationType();

    void authenticationType(@Nullable String type);
}
