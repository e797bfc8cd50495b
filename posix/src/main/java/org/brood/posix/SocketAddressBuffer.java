package org.brood.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A sockaddr_storage and its length, filled by {@link Sockets#accept} and its like, and read without allocating. Belongs
 * to one thread at a time; make one per accepting thread and keep it. What it says holds until the next call fills it.
 */
public final class SocketAddressBuffer {
    private static final int STORAGE_BYTES = 128;
    private static final int LOCAL_PATH_OFFSET = 2;

    private final MemorySegment memory = Arena.ofAuto().allocate(STORAGE_BYTES + 8, 8);

    /** Address of the structure; {@link #lengthAddress()} is said to be full-sized first. */
    long prepare() {
        memory.set(ValueLayout.JAVA_INT, STORAGE_BYTES, STORAGE_BYTES);
        return memory.address();
    }

    long lengthAddress() {
        return memory.address() + STORAGE_BYTES;
    }

    int length() {
        return Math.min(memory.get(ValueLayout.JAVA_INT, STORAGE_BYTES), STORAGE_BYTES);
    }

    /** {@link Sockets#AF_INET}, {@link Sockets#AF_INET6}, {@link Sockets#AF_UNIX}; 0 when nothing was filled in. */
    public int family() {
        return length() < 2 ? 0 : memory.get(ValueLayout.JAVA_SHORT, 0);
    }

    /** The port of an internet address, else 0. */
    public int port() {
        return isInternet() ? Short.toUnsignedInt(Short.reverseBytes(memory.get(ValueLayout.JAVA_SHORT, 2))) : 0;
    }

    /**
     * Copies the address, 4 or 16 bytes, into {@code target}.
     *
     * @return how many bytes; 0 when it is no internet address
     */
    public int address(byte[] target, int offset) {
        int length = addressLength();
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, addressOffset(), target, offset, length);
        return length;
    }

    /** The endpoint as a value of its own. */
    public InetEndpoint endpoint() {
        if (!isInternet()) {
            throw new IllegalStateException("not an internet address: family " + family());
        }
        byte[] address = new byte[addressLength()];
        address(address, 0);
        int scope = family() == Sockets.AF_INET6 ? memory.get(ValueLayout.JAVA_INT, 24) : 0;
        return new InetEndpoint(address, port(), scope);
    }

    /** The path of a local socket; empty when it has none. */
    public String localPath() {
        if (family() != Sockets.AF_UNIX) {
            throw new IllegalStateException("not a local address: family " + family());
        }
        byte[] path = new byte[length() - LOCAL_PATH_OFFSET];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, LOCAL_PATH_OFFSET, path, 0, path.length);
        int end = 0;
        while (end < path.length && path[end] != 0) {
            end++;
        }
        return new String(path, 0, end, StandardCharsets.UTF_8);
    }

    /** Fills in an internet address, to be bound or connected to. */
    SocketAddressBuffer fill(InetEndpoint endpoint) {
        byte[] address = endpoint.address();
        boolean ipv6 = endpoint.isIpv6();
        memory.fill((byte) 0);
        memory.set(ValueLayout.JAVA_SHORT, 0, (short) (ipv6 ? Sockets.AF_INET6 : Sockets.AF_INET));
        memory.set(ValueLayout.JAVA_SHORT, 2, Short.reverseBytes((short) endpoint.port()));
        MemorySegment.copy(address, 0, memory, ValueLayout.JAVA_BYTE, ipv6 ? 8 : 4, address.length);
        if (ipv6) {
            memory.set(ValueLayout.JAVA_INT, 24, endpoint.scopeId());
        }
        memory.set(ValueLayout.JAVA_INT, STORAGE_BYTES, ipv6 ? 28 : 16);
        return this;
    }

    /** Fills in the path of a local socket, at most 107 bytes. */
    SocketAddressBuffer fill(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 107) {
            throw new ErrnoException("bind", Errno.ENAMETOOLONG);
        }
        memory.fill((byte) 0);
        memory.set(ValueLayout.JAVA_SHORT, 0, (short) Sockets.AF_UNIX);
        MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, LOCAL_PATH_OFFSET, bytes.length);
        memory.set(ValueLayout.JAVA_INT, STORAGE_BYTES, LOCAL_PATH_OFFSET + bytes.length + 1);
        return this;
    }

    long memoryAddress() {
        return memory.address();
    }

    private boolean isInternet() {
        int family = family();
        return family == Sockets.AF_INET || family == Sockets.AF_INET6;
    }

    private int addressLength() {
        return switch (family()) {
            case Sockets.AF_INET -> 4;
            case Sockets.AF_INET6 -> 16;
            default -> 0;
        };
    }

    private int addressOffset() {
        return family() == Sockets.AF_INET6 ? 8 : 4;
    }

    @Override
    public String toString() {
        return switch (family()) {
            case Sockets.AF_INET, Sockets.AF_INET6 -> endpoint().toString();
            case Sockets.AF_UNIX -> localPath();
            default -> Arrays.toString(new int[] {family()});
        };
    }
}
