package org.brood.launcher.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.brood.launcher.BuiltIn;
import org.brood.launcher.ReadConfiguration;
import org.brood.mpm.spi.Orders;
import org.brood.posix.Descriptors;
import org.brood.posix.Signal;
import org.brood.posix.Signals;
import org.brood.posix.Sockets;
import org.brood.supervisor.Plan;
import org.brood.supervisor.SharedBoard;
import org.brood.supervisor.child.Inheritance;
import org.brood.supervisor.files.PidFile;
import org.brood.supervisor.handover.HandOver;
import org.brood.supervisor.listen.BindFailure;
import org.brood.supervisor.listen.Listener;
import org.brood.supervisor.listen.Listeners;
import org.brood.supervisor.log.ErrorLog;
import org.brood.supervisor.log.LogFiles;
import org.brood.supervisor.log.PipedLogs;
import org.jspecify.annotations.Nullable;

/**
 * {@code -X}: the child's work in the process that was started, for a debugger. No child is spawned, and
 * of the signals only those that stop are heard. As in httpd it is this process that becomes User and Group.
 */
final class OneProcess {
    private OneProcess() {}

    static int serve(BuiltIn builtIn, Plan plan, ReadConfiguration read) {
        Listeners listeners = new Listeners();
        try {
            listeners.prepare(plan.listen(), 1).apply();
            LogFiles logs = LogFiles.open(plan.logs(), new PipedLogs((fd, ended) -> {}, command -> {}));
            PidFile pidFile = new PidFile(plan.process().pidFile());
            pidFile.write();
            int code = serve(builtIn, plan, read, listeners.open(), logs);
            pidFile.remove();
            return code;
        } catch (IOException e) {
            System.err.println("AH00099: could not create " + plan.process().pidFile() + ": " + e.getMessage());
        } catch (BindFailure e) {
            e.lines().forEach(System.err::println);
        } catch (LogFiles.Failure e) {
            System.err.println(e.getMessage());
        }
        return 1;
    }

    private static int serve(
            BuiltIn builtIn, Plan plan, ReadConfiguration read, List<Listener> listeners, LogFiles logs) {
        SharedBoard board = SharedBoard.create(plan.settings(), plan.process().scoreBoardFile());
        Descriptors.Pair control = Sockets.pair();
        Inheritance inheritance = new Inheritance(0, 0, control.reading(), handOver(plan, listeners, logs, board));
        ErrorLog log = Childhood.log(inheritance.handOver());
        Thread.ofPlatform().daemon().name("signals").start(() -> obey(control.writing()));
        return Childhood.serve(builtIn, inheritance, read, log).code();
    }

    private static void obey(int control) {
        Signals signals = Signals.catching(Signal.TERM, Signal.INT, Signal.WINCH);
        for (@Nullable Signal signal = signals.await(-1); ; signal = signals.await(-1)) {
            byte order = signal == Signal.WINCH ? Orders.FINISH : Orders.STOP;
            Sockets.send(control, new byte[] {order}, 0, 1, 0);
        }
    }

    private static HandOver handOver(Plan plan, List<Listener> listeners, LogFiles logs, SharedBoard board) {
        List<HandOver.Heirloom> heirlooms = new ArrayList<>();
        for (Listener listener : listeners) {
            heirlooms.add(HandOver.Heirloom.of(listener.socket(), listener));
        }
        return new HandOver(
                0,
                plan.mpm().name(),
                plan.settings(),
                heirlooms,
                logs.all().stream()
                        .map(log -> new HandOver.Log(log.fd(), log.name()))
                        .toList(),
                board.descriptor(),
                board.bytes(),
                plan.process().identity(),
                plan.configuration());
    }
}
