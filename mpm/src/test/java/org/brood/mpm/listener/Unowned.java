package org.brood.mpm.listener;

import org.brood.mpm.child.OpenConnection;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;

/** Connections without a listener, for tests of what does not need one. */
final class Unowned {
    private static final ConnectionTask NO_TASK = new ConnectionTask() {
        @Override
        public NextStep run(LentThread thread) {
            return NextStep.CLOSE;
        }

        @Override
        public NextStep timedOut(LentThread thread) {
            return NextStep.CLOSE;
        }

        @Override
        public boolean idle() {
            return false;
        }

        @Override
        public void closed() {}
    };

    private Unowned() {}

    @SuppressWarnings("NullAway") // nobody asks for its home
    static Connection connection(int socket, int tag) {
        return new Connection(new OpenConnection(socket, NO_TASK), null, tag);
    }
}
