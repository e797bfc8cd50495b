package org.brood.launcher.process;

import java.nio.file.Path;
import java.util.Optional;
import org.brood.conf.Settings;
import org.brood.conf.read.ResolvedConfiguration;
import org.brood.launcher.ReadConfiguration;
import org.brood.posix.Users;
import org.brood.server.core.CoreKeys;
import org.brood.supervisor.Plan;
import org.brood.supervisor.files.Accounts;
import org.brood.supervisor.files.ProcessChoices;

/** The second half of {@code -S}: what the server as a process would use, in httpd's layout. */
final class RunSettings {
    private final StringBuilder text = new StringBuilder();

    private RunSettings() {}

    static String text(ReadConfiguration read, Plan plan) {
        return new RunSettings().write(read, plan);
    }

    private String write(ReadConfiguration read, Plan plan) {
        Settings settings = read.server().main().settings();
        ProcessChoices choices = settings.get(ProcessChoices.KEY);
        Path root = Path.of(read.server().serverRoot());
        quoted("ServerRoot", root.toString());
        quoted("Main DocumentRoot", settings.get(CoreKeys.DOCUMENT_ROOT));
        quoted("Main ErrorLog", plan.logs().getFirst());
        choices.scoreBoardFile().ifPresent(file -> quoted("ScoreBoardFile", file));
        text.append("Mutex default: using_defaults\n");
        quoted("PidFile", plan.process().pidFile().toString());
        for (ResolvedConfiguration.Define define : read.resolved().defines()) {
            text.append("Define: ").append(define.name());
            text.append(define.value() == null ? "" : "=" + define.value()).append('\n');
        }
        account(
                "User",
                choices.user(),
                Accounts.uid(choices.user().orElse("#-1")).orElse(-1));
        account(
                "Group",
                choices.group(),
                Accounts.gid(choices.group().orElse("#-1")).orElse(-1));
        choices.chroot().ifPresent(directory -> quoted("ChrootDir", directory));
        return text.toString();
    }

    private void quoted(String name, String value) {
        text.append(name).append(": \"").append(value).append("\"\n");
    }

    private void account(String kind, Optional<String> name, int id) {
        text.append(kind)
                .append(": name=\"")
                .append(name.orElse("#-1"))
                .append("\" id=")
                .append(id);
        text.append(Users.effectiveUid() == 0 ? "\n" : " not_used\n");
    }
}
