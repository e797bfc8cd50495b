package org.brood.supervisor.listen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.InetEndpoint;

/**
 * The parent's listening sockets. Belongs to the parent's thread.
 *
 * <pre>
 *   address written      bind it, or fail
 *   none written         bind [::] for IPv4 too; only where that cannot be bound, 0.0.0.0
 *   over a restart       same address, port and number of buckets: kept open, whatever else changed
 *                        no longer asked for: closed, once the new configuration is in force
 *                        new: bound before anything else is touched, so that a failure changes nothing
 * </pre>
 */
public final class Listeners {
    private List<Listener> open = List.of();

    /** All that are open, in the order of the Listen lines, bucket by bucket. */
    public List<Listener> open() {
        return open;
    }

    /**
     * Binds what {@code settings} ask for and is not open yet. What is no longer asked for stays open until {@link Change#apply}.
     *
     * @throws BindFailure if a socket cannot be bound; nothing has changed then
     */
    public Change prepare(ListenSettings settings, int buckets) throws BindFailure {
        List<Listener> wanted = new ArrayList<>();
        List<Listener> fresh = new ArrayList<>();
        try {
            for (int bucket = 0; bucket < buckets; bucket++) {
                for (ListenLine line : settings.lines()) {
                    if (!servedByIpv6(line, bucket, wanted)) {
                        wanted.add(keptOrBound(line, bucket, buckets, settings, fresh));
                    }
                }
            }
        } catch (BindFailure e) {
            fresh.forEach(listener -> Descriptors.close(listener.socket()));
            throw e;
        }
        return new Change(wanted, fresh);
    }

    private Listener keptOrBound(
            ListenLine line, int bucket, int buckets, ListenSettings settings, List<Listener> fresh)
            throws BindFailure {
        ListenSocket socket = new ListenSocket(settings, line.protocol(), buckets > 1);
        List<String> failures = new ArrayList<>();
        for (InetEndpoint endpoint : candidates(line)) {
            Optional<Listener> kept = kept(endpoint, bucket);
            if (kept.isPresent()) {
                return new Listener(kept.get().socket(), endpoint, line.protocol(), bucket);
            }
            try {
                Listener bound = new Listener(socket.bind(endpoint), endpoint, line.protocol(), bucket);
                fresh.add(bound);
                return bound;
            } catch (ErrnoException e) {
                failures.add(e.rendered() + ": AH00072: make_sock: could not bind to address " + endpoint);
            }
        }
        failures.add("no listening sockets available, shutting down");
        failures.add("AH00015: Unable to open logs");
        throw new BindFailure(failures);
    }

    /** A written 0.0.0.0 needs no socket of its own where [::] of the same port takes IPv4 as well. */
    private static boolean servedByIpv6(ListenLine line, int bucket, List<Listener> wanted) {
        return line.address().isPresent()
                && InetEndpoint.of(line.address().get(), line.port()).equals(InetEndpoint.any(false, line.port()))
                && wanted.stream()
                        .anyMatch(listener -> listener.bucket() == bucket
                                && listener.endpoint().equals(InetEndpoint.any(true, line.port())));
    }

    private static List<InetEndpoint> candidates(ListenLine line) {
        return line.address().isPresent()
                ? List.of(InetEndpoint.of(line.address().get(), line.port()))
                : List.of(InetEndpoint.any(true, line.port()), InetEndpoint.any(false, line.port()));
    }

    private Optional<Listener> kept(InetEndpoint endpoint, int bucket) {
        return open.stream()
                .filter(listener ->
                        listener.bucket() == bucket && listener.endpoint().equals(endpoint))
                .findFirst();
    }

    /** Closes all. The children that inherited them go on accepting until they are told otherwise. */
    public void closeAll() {
        open.forEach(listener -> Descriptors.close(listener.socket()));
        open = List.of();
    }

    /** A set of sockets that is bound but not in force. */
    public final class Change {
        private final List<Listener> wanted;
        private final List<Listener> fresh;

        private Change(List<Listener> wanted, List<Listener> fresh) {
            this.wanted = List.copyOf(wanted);
            this.fresh = List.copyOf(fresh);
        }

        /** The whole set, as it will be. */
        public List<Listener> wanted() {
            return wanted;
        }

        /** Puts the set in force and closes what does not belong to it. */
        public void apply() {
            Set<Integer> kept = new HashSet<>();
            wanted.forEach(listener -> kept.add(listener.socket()));
            for (Listener listener : open) {
                if (!kept.contains(listener.socket())) {
                    Descriptors.close(listener.socket());
                }
            }
            open = wanted;
        }

        /** Closes what was bound for it. */
        public void abandon() {
            fresh.forEach(listener -> Descriptors.close(listener.socket()));
        }
    }
}
