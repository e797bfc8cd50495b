package org.brood.posix;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;

/** Main of a child JVM that root starts: drops to an account, or changes its root, and says what it is then. */
final class PrivilegeProbe {
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "drop" -> drop(arguments[1]);
            case "chroot" -> changeRoot(arguments[1]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void drop(String name) throws IOException {
        Users.User user = Users.user(name);
        if (user == null) {
            throw new IllegalStateException("no account " + name);
        }
        Users.setGroups(1, 2, 3);
        System.out.println("set " + Arrays.toString(Users.groups()));
        Users.initGroups(name, user.gid());
        Users.setGid(user.gid());
        Users.setUid(user.uid());
        System.out.println("now " + Users.uid() + " " + Users.effectiveUid() + " " + Users.gid() + " "
                + Arrays.toString(Users.groups()));
        System.out.println("threads " + uidsOfThreads());
        System.out.println("dumpable " + Surroundings.isDumpable());
        Surroundings.dumpable(true);
        System.out.println("dumpable " + Surroundings.isDumpable());
        Surroundings.signalWhenParentDies(Signal.KILL);
        try {
            Users.setUid(0);
            System.out.println("root again");
        } catch (ErrnoException e) {
            System.out.println(e.getMessage());
        }
    }

    private static TreeSet<String> uidsOfThreads() throws IOException {
        TreeSet<String> uids = new TreeSet<>();
        try (DirectoryStream<Path> tasks = java.nio.file.Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                java.nio.file.Files.readAllLines(task.resolve("status")).stream()
                        .filter(line -> line.startsWith("Uid:"))
                        .forEach(line -> uids.add(line.replace('\t', ' ')));
            }
        }
        return uids;
    }

    /** Classes come from outside the new root, so each one that is needed must have been loaded before. */
    private static void changeRoot(String root) {
        Files.tryStatus("/marker", new FileStatusBuffer());
        Surroundings.changeRoot(root);
        System.out.println(Files.tryStatus("/marker", new FileStatusBuffer()) + " "
                + Files.tryStatus("marker", new FileStatusBuffer()) + " "
                + Files.tryStatus("/etc/passwd", new FileStatusBuffer()));
    }
}
