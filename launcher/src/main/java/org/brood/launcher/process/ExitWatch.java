package org.brood.launcher.process;

import java.util.Arrays;
import java.util.Map;
import org.brood.mpm.spi.ChildExit;

/**
 * Tells when a module ends its child by {@code System.exit}: the place goes to the error log, and the exit code becomes one that
 * the parent knows, whatever the module said, so that a 15 of its does not stop the server. A JVM's ends by signals, and our
 * own, pass.
 */
public final class ExitWatch {
    private volatile boolean orderly;

    /** From now on. Once for each process. */
    public static ExitWatch begin() {
        ExitWatch watch = new ExitWatch();
        Runtime.getRuntime().addShutdownHook(new Thread(watch::judge, "exit-watch"));
        return watch;
    }

    private ExitWatch() {}

    /** What follows is our own end. */
    public void orderly() {
        orderly = true;
    }

    private void judge() {
        if (orderly) {
            return;
        }
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            StackTraceElement[] stack = thread.getValue();
            if (Arrays.stream(stack).anyMatch(ExitWatch::isExit)) {
                tell(thread.getKey(), stack);
                Runtime.getRuntime().halt(ChildExit.MODULE.code());
            }
        }
    }

    private static boolean isExit(StackTraceElement at) {
        return at.getClassName().equals("java.lang.Runtime")
                && at.getMethodName().equals("exit");
    }

    private static void tell(Thread thread, StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder("A module called System.exit on thread " + thread.getName() + ":\n");
        for (StackTraceElement at : stack) {
            text.append("\tat ").append(at).append('\n');
        }
        System.err.print(text);
        System.err.flush();
    }
}
