package org.brood.supervisor.handover;

/**
 * What a child that was started as root becomes for good. Everything empty and -1 when the server runs as an ordinary user.
 *
 * @param user account name for initgroups(3); empty with {@code User #uid} of no account
 * @param uid -1 = stay what we are
 * @param gid -1 = stay what we are
 * @param chroot ChrootDir, empty for none
 * @param coreDirectory CoreDumpDirectory, empty when not configured: then no core is asked for
 */
public record Identity(String user, int uid, String group, int gid, String chroot, String coreDirectory) {

    public static final Identity UNCHANGED = new Identity("", -1, "", -1, "", "");

    public boolean changesUser() {
        return uid >= 0;
    }
}
