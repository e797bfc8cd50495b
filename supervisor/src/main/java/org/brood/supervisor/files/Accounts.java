package org.brood.supervisor.files;

import java.util.OptionalInt;
import org.brood.posix.Users;
import org.jspecify.annotations.Nullable;

/** Accounts as User and Group name them: {@code name}, or {@code #number} of an account that need not exist. */
public final class Accounts {
    private static final int NOBODY = 65534;

    private Accounts() {}

    /** Empty when there is no such account. */
    public static OptionalInt uid(String text) {
        if (text.startsWith("#")) {
            return number(text);
        }
        Users.@Nullable User user = Users.user(text);
        return user == null ? OptionalInt.empty() : OptionalInt.of(user.uid());
    }

    /** Empty when there is no such group. */
    public static OptionalInt gid(String text) {
        if (text.startsWith("#")) {
            return number(text);
        }
        Users.@Nullable Group group = Users.group(text);
        return group == null ? OptionalInt.empty() : OptionalInt.of(group.gid());
    }

    /** The account's own group. */
    static int groupOf(int uid) {
        Users.@Nullable User user = Users.user(uid);
        return user == null ? NOBODY : user.gid();
    }

    /** The account's name; empty for a number without an account. */
    static String name(String text) {
        if (!text.startsWith("#")) {
            return text;
        }
        Users.@Nullable User user = Users.user(number(text).orElse(-1));
        return user == null ? "" : user.name();
    }

    private static OptionalInt number(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.substring(1)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
