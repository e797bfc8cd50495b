package org.brood.supervisor.handover;

import java.util.List;
import org.brood.mpm.spi.MpmSettings;
import org.brood.posix.InetEndpoint;
import org.brood.supervisor.listen.Listener;

/**
 * All that a child knows of the world: frozen by the parent once per generation, equal for all its children.
 *
 * <p>Format, version 1, big-endian, read front to back and nothing else:
 *
 * <pre>
 *   "BROODHND" | version int | generation int
 *   mpm text | mpm settings (13 fields in the order of MpmSettings: int, the factor a double, the stack a long)
 *   listeners: count int, each: descriptor int, bucket int, protocol text, address bytes, port int, scope int
 *   logs:      count int, each: descriptor int, name text
 *   board:     descriptor int, bytes long
 *   identity:  as {@link Identity}: user text, uid int, group text, gid int, chroot text, core directory text
 *   configuration bytes
 * </pre>
 *
 * <p>A text and a byte string are an int length and that many bytes (UTF-8). The file is a memfd with every seal set, so
 * that what the parent checked is what each child of the generation reads, however late it is started.
 *
 * @param generation the parent's number for it
 * @param mpm the MPM's name
 * @param settings its settings, corrected
 * @param listeners all listening sockets, of all buckets
 * @param logs open log files and pipes
 * @param board the scoreboard's descriptor
 * @param boardBytes how much of it to map
 * @param identity what the child becomes before it says READY
 * @param configuration the server's own part, opaque here: the text that the parent has read, as it was then
 */
public record HandOver(
        int generation,
        String mpm,
        MpmSettings settings,
        List<Heirloom> listeners,
        List<Log> logs,
        int board,
        long boardBytes,
        Identity identity,
        byte[] configuration) {

    public HandOver {
        listeners = List.copyOf(listeners);
        logs = List.copyOf(logs);
        configuration = configuration.clone();
    }

    @Override
    public byte[] configuration() {
        return configuration.clone();
    }

    /**
     * A listening socket that a child finds open.
     *
     * @param descriptor its number in the child
     * @param address 4 or 16 bytes
     */
    public record Heirloom(int descriptor, int bucket, String protocol, byte[] address, int port, int scopeId) {
        public Heirloom {
            address = address.clone();
        }

        /** Where it listens. */
        public InetEndpoint endpoint() {
            return new InetEndpoint(address, port, scopeId);
        }

        /** @param descriptor the number of a bound listener in the process that gets it */
        public static Heirloom of(int descriptor, Listener listener) {
            InetEndpoint endpoint = listener.endpoint();
            return new Heirloom(
                    descriptor,
                    listener.bucket(),
                    listener.protocol(),
                    endpoint.address(),
                    endpoint.port(),
                    endpoint.scopeId());
        }

        @Override
        public byte[] address() {
            return address.clone();
        }
    }

    /**
     * An open log.
     *
     * @param descriptor its number in the child
     * @param name the file name or {@code |command} as the configuration has it, absolute
     */
    public record Log(int descriptor, String name) {}
}
