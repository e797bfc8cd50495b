package org.brood.conformance.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documents that both servers serve: one folder, so that sizes, times and entity tags are the same. Copied from
 * conformance/cases/site, with fixed modification times, and completed with what a repository holds badly: large files,
 * symbolic links, unreadable files, names that are not portable.
 */
final class DocumentTree {

    private static final Instant BASE = Instant.parse("2024-02-29T12:34:56Z");

    private final Path folder;

    private DocumentTree(Path folder) {
        this.folder = folder;
    }

    static DocumentTree copy(Path source) {
        try {
            DocumentTree tree = new DocumentTree(Files.createTempDirectory("documents"));
            tree.fill(source);
            tree.complete();
            tree.settle();
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    private void fill(Path source) throws IOException {
        for (Path file : walk(source)) {
            Path target = folder.resolve(source.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    private void complete() throws IOException {
        write("htdocs/big.txt", "0123456789abcdefghijklmnopqrstuvwxyz\n".repeat(8_000));
        write("htdocs/huge.bin", "\0\1\2\3\4\5\6\7".repeat(1 << 17));
        write("htdocs/empty.txt", "");
        write("htdocs/with space.txt", "a blank in the name\n");
        write("htdocs/plus+and%percent.txt", "signs in the name\n");
        write("htdocs/listing/" + "long".repeat(15) + ".txt", "a long name\n");
        write("htdocs/listing/a & b <c>.txt", "markup in the name\n");
        write("htdocs/listing/large.tar.gz", "x".repeat(3_500_000));
        write("htdocs/listing/.hidden", "hidden\n");
        write("htdocs/forbidden.txt", "nobody may read this\n");
        write("htdocs/sealed/file.txt", "in a folder that nobody may enter\n");
        Files.createSymbolicLink(folder.resolve("htdocs/link.txt"), Path.of("ten.txt"));
        Files.createSymbolicLink(folder.resolve("htdocs/nolinks/link.txt"), Path.of("../ten.txt"));
        Files.createSymbolicLink(folder.resolve("htdocs/dangling.txt"), Path.of("nowhere.txt"));
        Files.createDirectories(folder.resolve("htdocs/bare"));
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Fixed permissions and times: an hour between files, in the order of their names. */
    private void settle() throws IOException {
        List<Path> files = walk(folder);
        for (int i = files.size() - 1; i >= 0; i--) {
            Path file = files.get(i);
            if (!Files.isSymbolicLink(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode(file)));
                Files.setLastModifiedTime(file, FileTime.from(BASE.plusSeconds(3600L * i)));
            }
        }
    }

    private static String mode(Path file) {
        boolean script =
                file.toString().contains("/cgi-bin/") || file.toString().endsWith(".cgi");
        if (file.endsWith("forbidden.txt")) {
            return "rw-------";
        }
        if (file.endsWith("sealed")) {
            return "rwx------";
        }
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || script ? "rwxr-xr-x" : "rw-r--r--";
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    void delete() {
        try {
            walk(folder).stream()
                    .sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
