package org.brood.launcher;

import org.brood.launcher.process.Childhood;
import org.brood.launcher.process.ExitWatch;
import org.brood.mpm.spi.ChildExit;
import org.brood.posix.EarlyBinding;

/** Main of a child. Its arguments are its slot and its bucket; everything else is in the hand-over (descriptor 3). */
public final class ChildMain {
    private ChildMain() {}

    public static void main(String[] arguments) {
        EarlyBinding.begin();
        ExitWatch watch = ExitWatch.begin();
        ChildExit exit = new Childhood(BuiltInModules.all()).live(arguments[0], arguments[1]);
        watch.orderly();
        System.exit(exit.code());
    }
}
