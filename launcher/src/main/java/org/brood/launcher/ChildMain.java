package org.brood.launcher;

import org.brood.launcher.process.Childhood;
import org.brood.posix.EarlyBinding;

/** Main of a child. Its arguments are its slot and its bucket; everything else is in the hand-over (descriptor 3). */
public final class ChildMain {
    private ChildMain() {}

    public static void main(String[] arguments) {
        EarlyBinding.begin();
        System.exit(new Childhood(BuiltInModules.all())
                .live(arguments[0], arguments[1])
                .code());
    }
}
