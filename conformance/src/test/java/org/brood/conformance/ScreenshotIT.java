package org.brood.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.brood.conformance.server.Command;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.RunningServer;
import org.junit.jupiter.api.Test;

/** The pages that people see are not blank in a browser. The pictures are left under target/screenshots. */
class ScreenshotIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Pages by the name of their picture. */
    private static final Map<String, String> PAGES = Map.of(
            "front", "/",
            "listing", "/listing/",
            "error", "/no/such/page",
            "status", "/server-status");

    @Test
    void frontPageListingErrorAndStatusAreNotBlank() throws Exception {
        if (!Files.isExecutable(CHROMIUM)) {
            System.err.println("NOT LOOKED AT: chromium is not installed");
        }
        assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
        Path pictures = Files.createDirectories(Path.of("target/screenshots").toAbsolutePath());
        try (RunningServer server = Models.setup(Mpm.EVENT)
                .modules("autoindex", "alias")
                .directives(Models.size(Mpm.EVENT, 1, 4))
                .directives(
                        "<Directory @root@/htdocs/listing>\n  Options +Indexes\n  IndexOptions FancyIndexing\n</Directory>")
                .file("htdocs/index.html", "<!DOCTYPE html><title>t</title><h1 style='color:#a33'>It works</h1>")
                .file("htdocs/listing/one.txt", "1")
                .file("htdocs/listing/two.txt", "2")
                .start()) {
            for (Map.Entry<String, String> page : PAGES.entrySet()) {
                Path picture = pictures.resolve(page.getKey() + ".png");
                take(server, page.getValue(), picture);
                assertThat(colours(picture)).as(page.getKey()).isGreaterThan(8);
                assertThat(inkedRows(picture)).as(page.getKey()).isGreaterThan(15);
            }
        }
    }

    private static void take(RunningServer server, String path, Path picture) throws IOException {
        Files.deleteIfExists(picture);
        Path profile = Files.createDirectory(server.site().root().resolve("profile-" + picture.getFileName()));
        Command chromium = Command.run(
                server.site().root(),
                List.of(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile,
                        "--window-size=800,600",
                        "--screenshot=" + picture,
                        "http://" + server.site().address() + ":"
                                + server.site().port() + path));
        assertThat(Files.exists(picture)).as(chromium.said()).isTrue();
    }

    private static long colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    /** Rows that are not of one colour. */
    private static long inkedRows(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        return IntStream.range(0, image.getHeight())
                .filter(y ->
                        IntStream.range(1, image.getWidth()).anyMatch(x -> image.getRGB(x, y) != image.getRGB(0, y)))
                .count();
    }
}
