package org.brood.supervisor.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brood.conf.SourceLine;
import org.brood.posix.Descriptors;
import org.brood.posix.SocketOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final Listeners listeners = new Listeners();

    @AfterEach
    void close() {
        listeners.closeAll();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ListenSettings settings(Object... portsAndAddresses) {
        List<ListenLine> lines = java.util.Arrays.stream(portsAndAddresses)
                .map(ListenersTest::line)
                .toList();
        return new ListenSettings(lines, 511, 0, 0, Map.of("http", "data"));
    }

    private static ListenLine line(Object value) {
        SourceLine source = new SourceLine("t", 1);
        String[] parts = String.valueOf(value).split("@");
        Optional<String> address = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
        return new ListenLine(address, Integer.parseInt(parts[0]), "http", source);
    }

    @Test
    void aPortAloneTakesIpv4AndIpv6OnOneSocket() throws Exception {
        int port = freePort();
        listeners.prepare(settings(port), 1).apply();
        assertThat(listeners.open()).singleElement().satisfies(listener -> {
            assertThat(listener.endpoint().toString()).isEqualTo("[::]:" + port);
            assertThat(SocketOption.ACCEPTS_CONNECTIONS.get(listener.socket())).isEqualTo(1);
            assertThat(SocketOption.DEFER_ACCEPT.get(listener.socket())).isPositive();
            assertThat(SocketOption.REUSE_PORT.get(listener.socket())).isZero();
        });
        new java.net.Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
        new java.net.Socket(InetAddress.ofLiteral("::1"), port).close();
    }

    @Test
    void theSameAddressIsKeptOpenAndTheOthersAreClosed() throws Exception {
        int kept = freePort();
        int removed = freePort();
        int added = freePort();
        listeners
                .prepare(settings(kept + "@127.0.0.1", removed + "@127.0.0.1"), 1)
                .apply();
        int keptSocket = listeners.open().get(0).socket();
        int removedSocket = listeners.open().get(1).socket();

        Listeners.Change change = listeners.prepare(settings(added + "@127.0.0.1", kept + "@127.0.0.1"), 1);
        assertThat(Descriptors.isOpen(removedSocket))
                .as("until the change is in force")
                .isTrue();
        change.apply();

        assertThat(listeners.open().get(1).socket()).isEqualTo(keptSocket);
        assertThat(listeners.open().get(0).endpoint().port()).isEqualTo(added);
        assertThatThrownBy(() -> new java.net.Socket(InetAddress.ofLiteral("127.0.0.1"), removed))
                .isInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void aTakenPortIsToldInHttpdsWordsAndChangesNothing() throws Exception {
        int free = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> listeners.prepare(settings(free + "@127.0.0.1", port + "@127.0.0.1"), 1))
                    .isInstanceOfSatisfying(
                            BindFailure.class,
                            e -> assertThat(e.lines())
                                    .containsExactly(
                                            "(98)Address already in use: AH00072: make_sock: could not bind to address 127.0.0.1:"
                                                    + port,
                                            "no listening sockets available, shutting down",
                                            "AH00015: Unable to open logs"));
        }
        new ServerSocket(free, 1, InetAddress.ofLiteral("127.0.0.1")).close();
    }

    @Test
    void eachBucketHasItsOwnSocketOnTheSamePort() throws Exception {
        int port = freePort();
        listeners.prepare(settings(port + "@127.0.0.1"), 2).apply();
        assertThat(listeners.open()).extracting(Listener::bucket).containsExactly(0, 1);
        assertThat(listeners.open())
                .allSatisfy(listener -> assertThat(SocketOption.REUSE_PORT.get(listener.socket()))
                        .isEqualTo(1));
    }

    @Test
    void aWrittenIpv4WildcardNeedsNoSocketBesideTheIpv6One() throws Exception {
        int port = freePort();
        listeners.prepare(settings(port + "@::", port + "@0.0.0.0"), 1).apply();
        assertThat(listeners.open()).hasSize(1);
    }
}
