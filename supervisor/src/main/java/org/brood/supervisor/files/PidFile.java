package org.brood.supervisor.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.brood.posix.Processes;

/**
 * The file that holds the parent's process id, by httpd's rules: written through a temporary file in the same directory and
 * a rename, mode 0644; read with suspicion.
 *
 * @param path absolute
 */
public record PidFile(Path path) {
    private static final int LONGEST = 80;

    /** It exists and does not hold a process id: remove it and start again. */
    public static final class Corrupt extends Exception {
        private static final long serialVersionUID = 1L;

        Corrupt(Path path) {
            super("AH00058: Error retrieving pid file " + path
                    + "\nAH00059: Remove it before continuing if it is corrupted.");
        }
    }

    /**
     * The process id in the file. Empty when there is no file, or when it holds our own number, as happens where a container
     * gives every start the same one.
     */
    public OptionalInt read() throws Corrupt {
        if (!Files.exists(path)) {
            return OptionalInt.empty();
        }
        try {
            byte[] content = Files.readAllBytes(path);
            if (content.length == 0 || content.length > LONGEST || content[0] < '0' || content[0] > '9') {
                throw new Corrupt(path);
            }
            String digits = new String(content, StandardCharsets.US_ASCII).strip();
            int pid = Integer.parseInt(digits);
            return pid == Processes.pid() || pid == 0 ? OptionalInt.empty() : OptionalInt.of(pid);
        } catch (IOException | NumberFormatException e) {
            throw new Corrupt(path);
        }
    }

    /** Whether a file is there that some other process wrote. */
    public boolean isForeign() {
        try {
            return Files.exists(path) && read().isPresent();
        } catch (Corrupt e) {
            return true;
        }
    }

    /** Writes our own process id. */
    public void write() throws IOException {
        Path temporary = path.resolveSibling(path.getFileName() + "." + Processes.pid());
        Files.writeString(temporary, Processes.pid() + "\n");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes it, if it is ours. @return whether it was there and is gone */
    public boolean remove() {
        try {
            boolean ours =
                    Files.exists(path) && Files.readString(path).strip().equals(Integer.toString(Processes.pid()));
            return ours && Files.deleteIfExists(path);
        } catch (IOException e) {
            return false;
        }
    }
}
