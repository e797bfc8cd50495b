package org.brood.supervisor.child;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Surroundings;
import org.brood.posix.Users;
import org.brood.supervisor.handover.HandOver;
import org.brood.supervisor.handover.Identity;
import org.brood.supervisor.handover.SealedFile;

/**
 * The first thing inside a child: what it was given, checked, and the way down from root.
 *
 * @param slot its row of the board
 * @param bucket its bucket of listeners
 * @param controlPipe its end of the control pipe
 */
public record Inheritance(int slot, int bucket, int controlPipe, HandOver handOver) {

    /**
     * Reads the hand-over from descriptor 3.
     *
     * @param slot the last but one argument of the command line
     * @param bucket the last one
     */
    public static Inheritance take(String slot, String bucket) {
        HandOver handOver = SealedFile.read(Nursery.HAND_OVER);
        return new Inheritance(Integer.parseInt(slot), Integer.parseInt(bucket), Nursery.CONTROL, handOver);
    }

    /** Nobody can change what was read any more; its descriptor is given back. */
    public void accept() {
        SealedFile.checkSealed(Nursery.HAND_OVER);
        Descriptors.close(Nursery.HAND_OVER);
    }

    /** The listening sockets of this child's bucket, by the numbers of the manifest. */
    public List<BoundListener> listeners() {
        List<HandOver.Heirloom> all = handOver.listeners();
        return java.util.stream.IntStream.range(0, all.size())
                .filter(index -> all.get(index).bucket() == bucket)
                .mapToObj(index -> new BoundListener(all.get(index).descriptor(), index))
                .toList();
    }

    /**
     * Drops to User and Group for good, inside ChrootDir if there is one. All threads of the process change. Descriptors
     * stay; files are seen with the new rights from now on.
     *
     * @throws ErrnoException if the system refuses: the child must end as fatal, it cannot serve with the wrong rights
     */
    public void assumeIdentity() {
        Identity identity = handOver.identity();
        if (identity.changesUser()) {
            if (!identity.user().isEmpty()) {
                Users.initGroups(identity.user(), identity.gid());
            }
            Users.setGid(identity.gid());
        }
        if (!identity.chroot().isEmpty()) {
            Objects.requireNonNull(
                    ZoneId.systemDefault().getRules()); // from a file of the runtime's, which is out of reach inside
            Surroundings.changeRoot(identity.chroot());
        }
        if (identity.changesUser()) {
            Users.setUid(identity.uid());
        }
        if (!identity.coreDirectory().isEmpty()) {
            leaveCoresIn(identity.coreDirectory());
        }
    }

    private static void leaveCoresIn(String directory) {
        Surroundings.dumpable(true);
        try {
            Surroundings.changeDirectory(directory);
        } catch (ErrnoException e) {
            return; // not there inside ChrootDir, or not ours to enter: a core is left where we are
        }
    }
}
