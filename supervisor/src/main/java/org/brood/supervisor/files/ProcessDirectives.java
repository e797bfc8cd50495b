package org.brood.supervisor.files;

import static org.brood.conf.DirectiveSpec.global;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.FileChecks;
import org.brood.conf.IdleAction;
import org.brood.posix.Users;
import org.brood.supervisor.handover.Identity;

/** The directives about the server as a process: manual pages mpm_common, core and mod_unixd. */
public final class ProcessDirectives {
    private ProcessDirectives() {}

    /** What httpd's MPMs declare themselves. */
    public static List<DirectiveSpec> ofMpm() {
        return List.of(
                global(
                        "PidFile",
                        Arguments.ONE,
                        "filename",
                        "logs/httpd.pid",
                        "A file for logging the server process ID",
                        use -> use.update(ProcessChoices.KEY, old -> old.withPidFile(path(use)))),
                global(
                        "ScoreBoardFile",
                        Arguments.ONE,
                        "file-path",
                        "",
                        "A file for Apache to maintain runtime process management information",
                        use -> use.update(ProcessChoices.KEY, old -> old.withScoreBoardFile(path(use)))),
                global(
                        "CoreDumpDirectory",
                        Arguments.ONE,
                        "directory",
                        "ServerRoot",
                        "The location of the directory Apache changes to before dumping core",
                        ProcessDirectives::coreDirectory),
                global(
                        "EnableExceptionHook",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Accepted for httpd's sake: a crash is told by the parent in any case",
                        IdleAction.ANY_VALUE));
    }

    /** What httpd's core declares. */
    public static List<DirectiveSpec> ofCore() {
        return List.of(
                global(
                        "DefaultRuntimeDir",
                        Arguments.ONE,
                        "directory-path",
                        "logs",
                        "Base directory for run-time files",
                        ProcessDirectives::runtimeDirectory),
                global(
                        "Mutex",
                        Arguments.ANY,
                        "mechanism [default|mutex-name] ... [OmitPID]",
                        "default",
                        "mutex (or \"default\") and mechanism",
                        new IdleAction(MutexLine::check)));
    }

    /** What mod_unixd declares. */
    public static List<DirectiveSpec> ofUnixd() {
        return List.of(
                global(
                        "User",
                        Arguments.ONE,
                        "unix-userid",
                        "#-1",
                        "Effective user id for this server",
                        ProcessDirectives::user),
                global(
                        "Group",
                        Arguments.ONE,
                        "unix-group",
                        "#-1",
                        "Effective group id for this server",
                        ProcessDirectives::group),
                global(
                        "ChrootDir",
                        Arguments.ONE,
                        "/path/to/directory",
                        "",
                        "The directory to chroot(2) into",
                        ProcessDirectives::chroot));
    }

    private static String path(DirectiveUse use) {
        return use.serverRelative(use.argument(0)).toString();
    }

    private static void coreDirectory(DirectiveUse use) throws ConfigurationException {
        Path directory = use.serverRelative(use.argument(0));
        if (missing(use, directory)) {
            String what = Files.exists(directory) ? " is not a directory" : " does not exist";
            throw new ConfigurationException(use.source(), "CoreDumpDirectory " + directory + what);
        }
        use.update(ProcessChoices.KEY, old -> old.withCoreDirectory(directory.toString()));
    }

    private static void chroot(DirectiveUse use) throws ConfigurationException {
        Path directory = Path.of(use.argument(0));
        if (missing(use, directory)) {
            throw new ConfigurationException(use.source(), "ChrootDir must be a valid directory");
        }
        use.update(ProcessChoices.KEY, old -> old.withChroot(directory.toString()));
    }

    private static void runtimeDirectory(DirectiveUse use) throws ConfigurationException {
        Path directory = use.serverRelative(use.argument(0));
        if (missing(use, directory)) {
            throw ConfigurationException.whileReading(
                    use.source(), "DefaultRuntimeDir must be a valid directory, absolute or relative to ServerRoot");
        }
        use.update(ProcessChoices.KEY, old -> old.withRuntimeDirectory(directory.toString()));
    }

    private static boolean missing(DirectiveUse use, Path directory) {
        return use.fileChecks() != FileChecks.NONE && !Files.isDirectory(directory);
    }

    private static void user(DirectiveUse use) throws ConfigurationException {
        String name = use.argument(0);
        if (Accounts.uid(name).isEmpty()) {
            throw new ConfigurationException(use.source(), "AH00543: httpd: bad user name " + name);
        }
        if (Accounts.uid(name).getAsInt() == 0) {
            throw new ConfigurationException(
                    use.source(),
                    "Error: Apache has not been designed to serve pages while running as root: "
                            + "name another account in the User directive");
        }
        use.update(ProcessChoices.KEY, old -> old.withUser(name));
    }

    private static void group(DirectiveUse use) throws ConfigurationException {
        String name = use.argument(0);
        if (Accounts.gid(name).isEmpty()) {
            throw new ConfigurationException(use.source(), "AH00544: httpd: bad group name " + name);
        }
        use.update(ProcessChoices.KEY, old -> old.withGroup(name));
    }

    /** What the choices come to for a process started as we are. @param serverRoot absolute */
    public static ProcessSettings settle(ProcessChoices choices, Path serverRoot) {
        Path runtime = choices.runtimeDirectory().map(Path::of).orElse(serverRoot.resolve("logs"));
        Path pidFile = choices.pidFile().map(Path::of).orElse(runtime.resolve("httpd.pid"));
        return new ProcessSettings(
                pidFile,
                choices.scoreBoardFile().map(Path::of),
                identity(choices),
                choices.coreDirectory().map(Path::of).orElse(serverRoot));
    }

    /**
     * Refuses to serve as root. httpd starts without a User directive, and its children then fail one after the other.
     *
     * @throws ConfigurationException if we are root and the settings name nobody else to become
     */
    public static void refuseRoot(ProcessSettings settings) throws ConfigurationException {
        if (Users.effectiveUid() == 0 && !settings.identity().changesUser()) {
            throw new ConfigurationException(
                    null,
                    "httpd: started as root, and no User is named whom the children could become: Apache has not been "
                            + "designed to serve pages while running as root. Say User and Group in the configuration.");
        }
    }

    private static Identity identity(ProcessChoices choices) {
        String core = choices.coreDirectory().orElse("");
        boolean root = Users.effectiveUid() == 0;
        if (!root || choices.user().isEmpty()) {
            return new Identity("", -1, "", -1, root ? choices.chroot().orElse("") : "", core);
        }
        String user = choices.user().get();
        String group = choices.group().orElse("");
        int uid = Accounts.uid(user).orElseThrow();
        int gid = group.isEmpty() ? Accounts.groupOf(uid) : Accounts.gid(group).orElseThrow();
        return new Identity(
                Accounts.name(user), uid, group, gid, choices.chroot().orElse(""), core);
    }
}
