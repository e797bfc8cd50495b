package org.brood.posix;

import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and what we run as. glibc's set functions change all threads of the process at once. The order to drop root for
 * good: {@link #initGroups}, {@link #setGid}, {@link #setUid}.
 */
public final class Users {
    private static final LibraryCall GETUID = LibraryCall.ofInt("getuid");
    private static final LibraryCall GETEUID = LibraryCall.ofInt("geteuid");
    private static final LibraryCall GETGID = LibraryCall.ofInt("getgid");
    private static final LibraryCall GETGROUPS = LibraryCall.ofInt("getgroups");
    private static final LibraryCall SETUID = LibraryCall.ofInt("setuid");
    private static final LibraryCall SETGID = LibraryCall.ofInt("setgid");
    private static final LibraryCall SETGROUPS = LibraryCall.ofInt("setgroups");
    private static final LibraryCall INITGROUPS = LibraryCall.ofInt("initgroups");

    private Users() {}

    /** An account. @param home its directory */
    public record User(String name, int uid, int gid, String home) {}

    /** A group. */
    public record Group(String name, int gid) {}

    /** getpwnam_r(3). @return null when there is no such account */
    public static @Nullable User user(String name) {
        return AccountCalls.user(name);
    }

    /** getpwuid_r(3). @return null when there is no such account */
    public static @Nullable User user(int uid) {
        return AccountCalls.user(uid);
    }

    /** getgrnam_r(3). @return null when there is no such group */
    public static @Nullable Group group(String name) {
        return AccountCalls.group(name);
    }

    /** getgrgid_r(3). @return null when there is no such group */
    public static @Nullable Group group(int gid) {
        return AccountCalls.group(gid);
    }

    /** The real user. */
    public static int uid() {
        return (int) GETUID.attempt();
    }

    /** The effective user: 0 means root's rights. */
    public static int effectiveUid() {
        return (int) GETEUID.attempt();
    }

    /** The real group. */
    public static int gid() {
        return (int) GETGID.attempt();
    }

    /** The supplementary groups. */
    public static int[] groups() {
        int count = (int) GETGROUPS.check(GETGROUPS.attempt(0, 0));
        try (NativeMemory list = NativeMemory.ofBytes(4L * count + 4)) {
            int[] groups = new int[(int) GETGROUPS.check(GETGROUPS.attempt(count, list.address()))];
            for (int i = 0; i < groups.length; i++) {
                groups[i] = list.intAt(4L * i);
            }
            return groups;
        }
    }

    /** setgroups(2). Root only. */
    public static void setGroups(int... gids) {
        try (NativeMemory list = NativeMemory.ofBytes(4L * gids.length + 4)) {
            for (int i = 0; i < gids.length; i++) {
                list.segment().set(ValueLayout.JAVA_INT, 4L * i, gids[i]);
            }
            SETGROUPS.check(SETGROUPS.attempt(gids.length, list.address()));
        }
    }

    /** initgroups(3): all groups that the account belongs to, and this one. Root only. */
    public static void initGroups(String user, int gid) {
        try (NativeMemory name = NativeMemory.of(user)) {
            INITGROUPS.check(INITGROUPS.attempt(name.address(), gid));
        }
    }

    /** setgid(2). */
    public static void setGid(int gid) {
        SETGID.check(SETGID.attempt(gid));
    }

    /** setuid(2): as root for good, real, effective and saved. */
    public static void setUid(int uid) {
        SETUID.check(SETUID.attempt(uid));
    }
}
