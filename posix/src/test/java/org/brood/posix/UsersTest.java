package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

    @Test
    void accountsAreFoundByNameAndNumber() {
        assertThat(Users.user("root")).isEqualTo(new Users.User("root", 0, 0, "/root"));
        assertThat(Users.user(0)).isEqualTo(Users.user("root"));
        assertThat(Users.group("root")).isEqualTo(new Users.Group("root", 0));
        assertThat(Users.group(0)).isEqualTo(Users.group("root"));
    }

    @Test
    void anUnknownAccountIsNull() {
        assertThat(Users.user("no-such-account-here")).isNull();
        assertThat(Users.user(2_000_000_001)).isNull();
        assertThat(Users.group("no-such-group-here")).isNull();
        assertThat(Users.group(2_000_000_001)).isNull();
    }

    @Test
    void rootDropsItsRightsInAllThreadsForGood() throws Exception {
        assumeThat(Users.effectiveUid()).as("only root can drop its rights").isZero();
        Users.User nobody = Users.user("nobody");
        assumeThat(nobody).as("needs the account nobody").isNotNull();
        int uid = nobody.uid();

        assertThat(ChildJvm.run(PrivilegeProbe.class, "drop", "nobody").lines())
                .containsExactly(
                        "set [1, 2, 3]",
                        "now " + uid + " " + uid + " " + nobody.gid() + " [" + nobody.gid() + "]",
                        "threads [Uid: " + String.join(" ", "" + uid, "" + uid, "" + uid, "" + uid) + "]",
                        "dumpable false",
                        "dumpable true",
                        "setuid: (1)Operation not permitted");
    }

    @Test
    void aNewRootHidesTheOldOne(@TempDir Path root) throws Exception {
        assumeThat(Users.effectiveUid()).as("only root can change its root").isZero();
        java.nio.file.Files.createFile(root.resolve("marker"));
        assertThat(ChildJvm.run(PrivilegeProbe.class, "chroot", root.toString()).lines())
                .containsExactly("0 0 " + -Errno.ENOENT);
    }

    @Test
    void anotherUserIsRefusedWithoutRights() throws IOException {
        assumeThat(Users.effectiveUid()).as("root is refused nothing").isNotZero();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Users.setUid(0))
                .hasMessage("setuid: (1)Operation not permitted");
    }
}
