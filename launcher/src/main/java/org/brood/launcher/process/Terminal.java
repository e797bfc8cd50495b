package org.brood.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody sits in front of us. */
final class Terminal {
    private Terminal() {}

    /** Standard input, output or error is a terminal. */
    static boolean isOurs() {
        for (int fd = 0; fd <= 2; fd++) {
            try {
                String target =
                        Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
                if (target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")) {
                    return true;
                }
            } catch (IOException e) {
                continue; // closed: no terminal
            }
        }
        return false;
    }
}
