package org.brood.launcher.process;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.brood.conf.ConfigurationException;
import org.brood.launcher.BuiltIn;
import org.brood.launcher.ConfigurationFile;
import org.brood.launcher.ReadConfiguration;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildExit;
import org.brood.posix.ErrnoException;
import org.brood.scoreboard.Scoreboard;
import org.brood.server.ServerChild;
import org.brood.supervisor.child.Inheritance;
import org.brood.supervisor.handover.HandOver;
import org.brood.supervisor.log.Announcements;
import org.brood.supervisor.log.ErrorLog;
import org.brood.supervisor.log.LogLevel;

/**
 * The life of a child: take what was inherited, apply the configuration, build the server's side, become the user, serve.
 * What fails before it serves would fail in the next child too, so it ends as fatal, with the reason in the error log.
 */
public final class Childhood {
    private final BuiltIn builtIn;

    public Childhood(BuiltIn builtIn) {
        this.builtIn = builtIn;
    }

    /** In a process of its own. @param slot as on the command line */
    public ChildExit live(String slot, String bucket) {
        Inheritance inheritance = Inheritance.take(slot, bucket);
        try {
            ReadConfiguration read = read(inheritance.handOver());
            inheritance.accept();
            ErrorLog log = log(inheritance.handOver());
            return serve(builtIn, inheritance, read, log);
        } catch (ConfigurationException e) {
            log(inheritance.handOver())
                    .log("core", LogLevel.ALERT, "BR1010", "a child cannot apply the configuration: " + e.report());
        } catch (ErrnoException e) {
            log(inheritance.handOver())
                    .log("core", LogLevel.ALERT, "BR1011", "a child cannot set itself up: " + e.getMessage());
        }
        return ChildExit.FATAL;
    }

    private ReadConfiguration read(HandOver handOver) throws ConfigurationException {
        String text = new String(handOver.configuration(), StandardCharsets.UTF_8);
        return ConfigurationFile.apply(builtIn, text, handOver.mpm());
    }

    static ErrorLog log(HandOver handOver) {
        String module = Announcements.of(handOver.mpm()).module();
        return new ErrorLog(handOver.logs().getFirst().descriptor(), module, LogLevel.WARN);
    }

    static ChildExit serve(BuiltIn builtIn, Inheritance inheritance, ReadConfiguration read, ErrorLog log) {
        HandOver handOver = inheritance.handOver();
        Scoreboard board = Scoreboard.open(handOver.board());
        builtIn.status().serving(board, read.mpm(), handOver.settings());
        ServerChild server = server(inheritance, read);
        inheritance.assumeIdentity();
        server.initialize();
        ChildContext context = new ChildContext(
                inheritance.slot(),
                handOver.generation(),
                inheritance.listeners(),
                inheritance.controlPipe(),
                handOver.settings(),
                board.child(inheritance.slot()),
                server.connections(),
                server::stop,
                (level, id, text) -> log.log(LogLevel.of(level).orElse(LogLevel.WARN), id, text));
        ChildExit exit = read.mpm().child(context).run();
        server.finish();
        return exit;
    }

    private static ServerChild server(Inheritance inheritance, ReadConfiguration read) {
        HandOver handOver = inheritance.handOver();
        Map<String, Integer> logs = new HashMap<>();
        handOver.logs().forEach(log -> logs.put(log.name(), log.descriptor()));
        return ServerChild.of(
                read.resolved(),
                read.server(),
                read.modules(),
                logs,
                handOver.logs().getFirst().descriptor(),
                handOver.listeners().stream().map(HandOver.Heirloom::endpoint).toList(),
                inheritance.slot() + "." + handOver.generation());
    }
}
