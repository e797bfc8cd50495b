package org.brood.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Random;

/**
 * The files that every server serves, the same bytes for all: written once per run into a directory that any user may read,
 * because servers that are started as root read it as somebody else.
 */
public final class Site {
    /** All files carry this time, so a conditional request can name it beforehand. */
    public static final Instant MODIFIED = Instant.parse("2026-01-01T00:00:00Z");

    public static final int SMALL_FILES = 50;
    private static final int LISTED_FILES = 20;
    private static final int MEGABYTE = 1 << 20;

    private final Path directory;

    private Site(Path directory) {
        this.directory = directory;
    }

    /** @param base an existing directory of this run; documents/ and cgi-bin/ are made in it */
    public static Site write(Path base) throws IOException {
        Site site = new Site(base);
        site.file("documents/1k.html", 1024);
        site.file("documents/dir/index.html", 1024);
        for (int number = 0; number < SMALL_FILES; number++) {
            site.file("documents" + smallFile(number), 2048);
        }
        for (int number = 0; number < LISTED_FILES; number++) {
            site.file("documents/list/entry-%02d.html".formatted(number), 512);
        }
        site.file("documents/large/100k.bin", 100 * 1024);
        site.file("documents/large/1m.bin", MEGABYTE);
        site.file("documents/large/32m.bin", 32 * MEGABYTE);
        site.script();
        for (String folder : new String[] {"", "documents", "documents/dir", "documents/list", "documents/large"}) {
            Files.setPosixFilePermissions(base.resolve(folder), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return site;
    }

    /** The path, as a client names it, of one of the {@link #SMALL_FILES}. */
    public static String smallFile(int number) {
        return "/files/%02d.html".formatted(number);
    }

    public Path documents() {
        return directory.resolve("documents");
    }

    public Path scripts() {
        return directory.resolve("cgi-bin");
    }

    /** The file behind a path of a request. */
    public Path document(String path) {
        return documents().resolve(path.substring(1));
    }

    private void file(String name, int size) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text(size, name.hashCode()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }

    private static byte[] text(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        for (int index = 0; index < size; index++) {
            bytes[index] = (byte) (index % 64 == 63 ? '\n' : 'a' + random.nextInt(26));
        }
        return bytes;
    }

    private void script() throws IOException {
        Path script = scripts().resolve("hello.cgi");
        Files.createDirectories(scripts());
        Files.writeString(script, "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nhello from a script\\n'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(scripts(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
