package org.brood.server.connection;

import org.brood.posix.InetEndpoint;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.replay.RememberedAnswers;
import org.jspecify.annotations.Nullable;

/** What stands behind one listener: its virtual hosts and the answers they gave. Immutable; any thread. */
public interface Site {

    /** This side of a connection; asked for only where it makes a difference, since the kernel must be asked. */
    @FunctionalInterface
    interface LocalEnd {
        InetEndpoint local();
    }

    /** The rules that hold before a request names its host: those of the first host of the address. */
    ConnectionRules rules(LocalEnd end);

    /** The host that a request falls to. */
    ServedHost host(LocalEnd end, RequestHead head);

    /** Where answers are remembered; null where the host depends on more than the request. */
    @Nullable
    RememberedAnswers remembered();
}
