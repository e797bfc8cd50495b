package org.brood.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.brood.posix.Descriptors;
import org.brood.posix.ErrnoException;
import org.brood.posix.Files;

/**
 * Descriptor 3, on which the start script waits for our exit code. A JVM cannot fork, so it is the script that stays in
 * front of the terminal and this process that goes on in the background: once the code is told the script ends.
 */
public final class StatusPipe {
    private static final int FD = 3;
    private static final Path NAME = Path.of("/proc/self/fd/" + FD);

    private boolean open;

    private StatusPipe(boolean open) {
        this.open = open;
    }

    /**
     * The pipe, if the script has given us one. Call before anything else opens a pipe. Children do not inherit it: they get
     * the descriptors that are listed for them and no others.
     */
    public static StatusPipe inherited() {
        try {
            return new StatusPipe(
                    java.nio.file.Files.readSymbolicLink(NAME).toString().startsWith("pipe:"));
        } catch (IOException e) {
            return new StatusPipe(false); // there is none, or it is no link: the terminal is our only reader
        }
    }

    /** Whether somebody waits in front of the terminal, so that we may go into the background. */
    public boolean isOpen() {
        return open;
    }

    /** Tells the exit code; the script ends with it. */
    public void tell(int code) {
        if (open) {
            open = false;
            byte[] text = (code + "\n").getBytes(StandardCharsets.US_ASCII);
            try {
                Descriptors.write(FD, text, 0, text.length);
            } catch (ErrnoException e) {
                return; // nobody waits any more
            } finally {
                Descriptors.close(FD);
            }
        }
    }

    /** Lets go of the terminal: standard input, output and error lead nowhere from now on. */
    public static void leaveTerminal() {
        int nowhere = Files.open("/dev/null", Files.O_RDWR, 0);
        for (int fd = 0; fd <= 2; fd++) {
            Descriptors.dup2(nowhere, fd);
        }
        Descriptors.close(nowhere);
    }
}
