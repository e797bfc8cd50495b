package org.brood.posix;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketsTest {
    private final byte[] buffer = new byte[256];

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void acceptNamesThePeer(String address) {
        try (Loopback loopback = new Loopback(address)) {
            int client = Sockets.socket(address.equals("::1") ? Sockets.AF_INET6 : Sockets.AF_INET);
            Sockets.connect(client, loopback.endpoint);
            SocketAddressBuffer peer = new SocketAddressBuffer();
            int server = loopback.accept(peer);

            assertThat(server).isPositive();
            assertThat(peer.endpoint()).isEqualTo(Sockets.localEndpoint(client));
            assertThat(peer.endpoint().host()).isEqualTo(address);
            assertThat(peer.port()).isEqualTo(Sockets.localEndpoint(client).port());
            assertThat(Descriptors.isInheritable(server)).isFalse();
            assertThat(Descriptors.isNonBlocking(server)).isTrue();
            Sockets.close(server);
            Sockets.close(client);
        }
    }

    @Test
    void aQuietListenerAnswersWouldBlock() {
        try (Loopback loopback = new Loopback("127.0.0.1")) {
            assertThat(Sockets.accept(loopback.listener, new SocketAddressBuffer()))
                    .isEqualTo(Syscall.WOULD_BLOCK);
        }
    }

    @Test
    void bytesArriveFromAndInThePartOfTheArrayThatWasNamed() {
        Descriptors.Pair pair = Sockets.pair();
        byte[] sent = "..hello..".getBytes(US_ASCII);

        assertThat(Sockets.send(pair.writing(), sent, 2, 5, 0)).isEqualTo(5);
        assertThat(Sockets.peek(pair.reading(), buffer, 0, 256)).isEqualTo(5);
        assertThat(Sockets.recv(pair.reading(), buffer, 10, 246)).isEqualTo(5);
        assertThat(new String(buffer, 9, 7, US_ASCII)).isEqualTo("\0hello\0");
        assertThat(Sockets.recv(pair.reading(), buffer, 0, 256)).isEqualTo(Syscall.WOULD_BLOCK);
        close(pair);
    }

    @Test
    void aPartOutsideTheArrayIsRefusedBeforeTheKernelSeesIt() {
        Descriptors.Pair pair = Sockets.pair();
        assertThatThrownBy(() -> Sockets.recv(pair.reading(), buffer, 200, 57))
                .isInstanceOf(IndexOutOfBoundsException.class);
        close(pair);
    }

    @Test
    void nativeAndHeapSegmentsWorkAlike() {
        Descriptors.Pair pair = Sockets.pair();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocateFrom("native");
            assertThat(Sockets.send(pair.writing(), out, 0)).isEqualTo(7);
            assertThat(Sockets.recv(
                            pair.reading(), MemorySegment.ofArray(buffer).asSlice(1, 7)))
                    .isEqualTo(7);
            MemorySegment in = arena.allocate(20);
            Sockets.send(pair.writing(), buffer, 1, 7, 0);
            assertThat(Sockets.recv(pair.reading(), in)).isEqualTo(7);
            assertThat(in.getString(0)).isEqualTo("native");
        }
        close(pair);
    }

    @Test
    void theEndOfTheStreamIsZero() {
        Descriptors.Pair pair = Sockets.pair();
        assertThat(Sockets.shutdownWrite(pair.writing())).isZero();
        assertThat(Sockets.recv(pair.reading(), buffer, 0, 256)).isZero();
        close(pair);
    }

    @Test
    void aFullSocketAnswersWouldBlock() {
        Descriptors.Pair pair = Sockets.pair();
        byte[] much = new byte[1 << 20];
        int sent;
        do {
            sent = Sockets.send(pair.writing(), much, 0, much.length, 0);
        } while (sent > 0);
        assertThat(sent).isEqualTo(Syscall.WOULD_BLOCK);
        close(pair);
    }

    @Test
    void aResetPeerIsAValueOnEveryWayOut(@TempDir Path folder) throws IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("file"), "content");
        try (Loopback loopback = new Loopback("127.0.0.1")) {
            int reset = loopback.resetConnection();
            assertThat(Sockets.recv(reset, buffer, 0, 256)).isEqualTo(Syscall.PEER_GONE);
            assertThat(Sockets.send(reset, buffer, 0, 256, 0)).isEqualTo(Syscall.PEER_GONE);
            assertThat(Sockets.shutdownWrite(reset)).isEqualTo(Syscall.PEER_GONE);
            try (Arena arena = Arena.ofConfined()) {
                IoVector vector = new IoVector(2);
                vector.add(arena.allocate(10));
                assertThat(Sockets.writev(reset, vector)).isEqualTo(Syscall.PEER_GONE);
                int content = Files.openToRead(file.toString());
                assertThat(Sockets.sendfile(reset, content, 0, 7)).isEqualTo(Syscall.PEER_GONE);
                Descriptors.close(content);
            }
            Sockets.close(reset);
        }
    }

    @Test
    void writevGathersInOrder() {
        Descriptors.Pair pair = Sockets.pair();
        try (Arena arena = Arena.ofConfined()) {
            IoVector vector = new IoVector(3);
            for (String part : new String[] {"one ", "two ", "three"}) {
                vector.add(arena.allocateFrom(part).asSlice(0, part.length()));
            }
            assertThat(vector.isFull()).isTrue();
            assertThat(Sockets.writev(pair.writing(), vector)).isEqualTo(13);
            Sockets.recv(pair.reading(), buffer, 0, 256);
            assertThat(new String(buffer, 0, 13, US_ASCII)).isEqualTo("one two three");
            assertThatThrownBy(() -> vector.add(MemorySegment.ofArray(buffer)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        close(pair);
    }

    @Test
    void sendfileStartsAtItsOffsetAndEndsWithTheFile(@TempDir Path folder) throws IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("file"), "0123456789");
        int content = Files.openToRead(file.toString());
        Descriptors.Pair pair = Sockets.pair();

        assertThat(Sockets.sendfile(pair.writing(), content, 4, 3)).isEqualTo(3);
        assertThat(Sockets.sendfile(pair.writing(), content, 8, 100)).isEqualTo(2);
        assertThat(Sockets.sendfile(pair.writing(), content, 10, 100)).isZero();
        assertThat(Sockets.recv(pair.reading(), buffer, 0, 256)).isEqualTo(5);
        assertThat(new String(buffer, 0, 5, US_ASCII)).isEqualTo("45689");
        Descriptors.close(content);
        close(pair);
    }

    @Test
    void localSocketsAreReachedByPath(@TempDir Path folder) {
        String path = folder.resolve("s").toString();
        int listener = Sockets.socket(Sockets.AF_UNIX);
        Sockets.bind(listener, path);
        Sockets.listen(listener, 4);
        int client = Sockets.socket(Sockets.AF_UNIX);

        assertThat(Sockets.connect(client, path)).isZero();
        SocketAddressBuffer address = new SocketAddressBuffer();
        int server = Sockets.accept(listener, address);
        assertThat(address.localPath()).isEmpty();
        Sockets.peerAddress(client, address);
        assertThat(address.localPath()).isEqualTo(path);
        for (int fd : new int[] {server, client, listener}) {
            Sockets.close(fd);
        }
    }

    @Test
    void anAddressInUseIsNamedAsHttpdNamesIt() {
        try (Loopback loopback = new Loopback("127.0.0.1")) {
            int second = Sockets.socket(Sockets.AF_INET);
            assertThatThrownBy(() -> Sockets.bind(second, loopback.endpoint))
                    .isInstanceOfSatisfying(ErrnoException.class, e -> {
                        assertThat(e.rendered()).isEqualTo("(98)Address already in use");
                        assertThat(e.name()).isEqualTo("EADDRINUSE");
                        assertThat(e.call()).isEqualTo("bind");
                        assertThat(e).hasMessage("bind: (98)Address already in use");
                    });
            Sockets.close(second);
        }
    }

    @Test
    void aRefusedConnectionIsFoundInTheErrorOption() {
        Loopback loopback = new Loopback("127.0.0.1");
        loopback.close();
        int client = Sockets.socket(Sockets.AF_INET);
        assertThat(refusal(client, loopback.endpoint)).isEqualTo(Errno.ECONNREFUSED);
        Sockets.close(client);
    }

    private static int refusal(int client, InetEndpoint endpoint) {
        try {
            assertThat(Sockets.connect(client, endpoint)).isEqualTo(Syscall.WOULD_BLOCK);
        } catch (ErrnoException e) {
            return e.errno();
        }
        Poll.writable(client, 5_000);
        return SocketOption.ERROR.get(client);
    }

    @Test
    void aWrongDescriptorIsAnErrorAtOnce() {
        assertThatThrownBy(() -> Sockets.recv(1_000_000, buffer, 0, 1))
                .isInstanceOf(SyscallDefect.class)
                .hasMessage("recv: (9)Bad file descriptor");
        assertThatThrownBy(() -> Sockets.close(1_000_000)).isInstanceOf(SyscallDefect.class);
        assertThatThrownBy(() -> Poll.readable(1_000_000, 0)).isInstanceOf(SyscallDefect.class);
    }

    @Test
    void aVirtualThreadHasItsOwnErrno() throws InterruptedException {
        Descriptors.Pair pair = Sockets.pair();
        int[] seen = new int[1];
        Thread.ofVirtual()
                .start(() -> seen[0] = Sockets.recv(pair.reading(), buffer, 0, 1))
                .join();
        assertThat(seen[0]).isEqualTo(Syscall.WOULD_BLOCK);
        close(pair);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_DELAY", "REUSE_ADDRESS", "REUSE_PORT", "KEEP_ALIVE", "DEFER_ACCEPT", "CORK"})
    void flagsAreReadBackAsTheyWereSet(String name) {
        SocketOption option = SocketOption.valueOf(name);
        int socket = Sockets.socket(Sockets.AF_INET);
        assertThat(option.get(socket)).isZero();
        option.enable(socket);
        assertThat(option.get(socket)).isNotZero();
        Sockets.close(socket);
    }

    @Test
    void bufferSizesAndIpv6OnlyAreSet() {
        int socket = Sockets.socket(Sockets.AF_INET6);
        SocketOption.SEND_BUFFER.set(socket, 20_000);
        SocketOption.RECEIVE_BUFFER.set(socket, 30_000);
        SocketOption.IPV6_ONLY.enable(socket);
        assertThat(SocketOption.SEND_BUFFER.get(socket)).isEqualTo(40_000);
        assertThat(SocketOption.RECEIVE_BUFFER.get(socket)).isEqualTo(60_000);
        assertThat(SocketOption.IPV6_ONLY.get(socket)).isEqualTo(1);
        Sockets.close(socket);
    }

    @Test
    void anArrayIsFilledThroughASegmentOfAnotherElementType() {
        Descriptors.Pair pair = Sockets.pair();
        long[] words = new long[2];
        Sockets.send(pair.writing(), new byte[] {1, 0, 0, 0, 0, 0, 0, 0}, 0, 8, 0);
        assertThat(Sockets.recv(pair.reading(), MemorySegment.ofArray(words))).isEqualTo(8);
        assertThat(MemorySegment.ofArray(words).get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 1);
        close(pair);
    }

    private static void close(Descriptors.Pair pair) {
        Sockets.close(pair.reading());
        Sockets.close(pair.writing());
    }
}
