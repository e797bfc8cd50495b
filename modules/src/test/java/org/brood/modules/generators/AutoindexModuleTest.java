package org.brood.modules.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.brood.api.FileStatus;
import org.brood.api.Option;
import org.brood.modules.generators.autoindex.AutoindexModule;
import org.brood.modules.http.mime.MimeModule;
import org.brood.modules.testing.Site;
import org.brood.modules.testing.TestExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages are those that Apache httpd 2.4.71 made of the same directory with the same directives. */
class AutoindexModuleTest {
    private static final String CONFIGURATION = """
            AddType text/plain .txt
            AddType image/gif .gif
            AddType text/html .html
            IndexOptions FancyIndexing
            AddIcon (TXT,/icons/text.gif) .txt
            AddIconByType (IMG,/icons/image.gif) image/*
            AddIcon /icons/folder.gif ^^DIRECTORY^^
            AddIcon /icons/blank.gif ^^BLANKICON^^
            AddAlt "[x]" v9.html
            AddDescription "a <b>bold</b> description that goes on and on" a.txt
            IndexIgnore v9*
            DefaultIcon /icons/unknown.gif
            """;

    @TempDir
    Path root;

    private Site site;

    @BeforeEach
    void fill() throws Exception {
        Path list = Files.createDirectories(root.resolve("htdocs/list"));
        site = Site.at(root, new MimeModule(), new AutoindexModule()).configure(CONFIGURATION);
        Map<String, Integer> sizes = Map.of(
                "a.txt", 6, "B.gif", 2048, "v10.html", 16, "v9.html", 1, "with space & more than twenty-three.txt", 1);
        Path sub = Files.createDirectory(list.resolve("sub"));
        for (Map.Entry<String, Integer> file : sizes.entrySet()) {
            Path path = list.resolve(file.getKey());
            Files.write(path, new byte[file.getValue()]);
            site.file(path.toString(), status(FileStatus.Kind.FILE, file.getValue()));
        }
        site.file(sub.toString(), status(FileStatus.Kind.DIRECTORY, 4096));
        site.folder(list.toString());
    }

    private static FileStatus status(FileStatus.Kind kind, long size) {
        long seconds = LocalDateTime.of(2020, 1, 2, 3, 4, 5)
                .atZone(ZoneId.systemDefault())
                .toEpochSecond();
        long nanos = FileTime.fromMillis(seconds * 1000).toMillis() * 1_000_000;
        return new FileStatus(kind, size, nanos, 1, 1, 0644, 0, 0, 0);
    }

    private TestExchange list(String query) {
        TestExchange exchange = site.get("/list/" + query);
        exchange.options.add(Option.INDEXES);
        site.run(exchange, "handler");
        return exchange;
    }

    @ParameterizedTest
    @CsvSource({"'', list", "?F=0, listF0", "?F=2, listF2", "?C=S;O=D;V=1;P=*.txt, listTxt"})
    void pagesAreHttpdsToTheByte(String query, String page) throws Exception {
        TestExchange exchange = list(query);
        try (InputStream expected = getClass().getResourceAsStream(page + ".html")) {
            assertThat(expected).isNotNull();
            String text = new String(expected.readAllBytes(), StandardCharsets.ISO_8859_1);
            String signed = text.replace("</body>", site.signature("", exchange) + "</body>");
            assertThat(exchange.response.text()).isEqualTo(signed);
        }
        assertThat(exchange.response.contentType()).isEqualTo("text/html;charset=ISO-8859-1");
        assertThat(exchange.replayable).isFalse();
    }

    @Test
    void directoryWithoutOptionIndexesIsForbidden() {
        TestExchange exchange = site.get("/list/");
        site.run(exchange, "handler");
        assertThat(exchange.response.status()).isEqualTo(403);
        assertThat(exchange.logged.getFirst())
                .contains("AH01276: Cannot serve directory")
                .contains("No matching DirectoryIndex (none) found");
    }

    @Test
    void headerAndReadmeFrameTheListing() throws Exception {
        Path list = root.resolve("htdocs/list");
        Files.writeString(list.resolve("HEADER.html"), "<p>head</p>\n");
        Files.writeString(list.resolve("README.txt"), "a < b\n");
        site.file(list + "/HEADER.html", status(FileStatus.Kind.FILE, 12));
        site.file(list + "/README.txt", status(FileStatus.Kind.FILE, 6));
        site.configure(CONFIGURATION + "HeaderName HEADER.html\nReadmeName README.txt\nIndexIgnore HEADER* README*\n");
        String text = list("").response.text();
        assertThat(text)
                .contains(" <body>\n<p>head</p>\n<pre>")
                .endsWith("<hr></pre>\n<pre>\na &lt; b\n</pre>\n</body></html>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            IndexOptions Nonsense               | Invalid directory indexing option
            IndexOptions +None                  | Cannot combine '+' or '-' with 'None' keyword
            IndexOptions None FancyIndexing     | Cannot combine other IndexOptions keywords with 'None'
            IndexOptions NameWidth              | NameWidth with no value may only appear as '-NameWidth'
            IndexOptions NameWidth=2            | NameWidth value must be greater than 5
            IndexOptions -IconWidth=3           | Cannot combine '-' with IconWidth=n
            IndexOrderDefault Up Name           | First keyword must be 'Ascending' or 'Descending'
            AddIcon (X,/i .txt                  | missing closing paren
            """)
    void mistakesAreSaidInHttpdsWords(String line, String message) {
        assertThatThrownBy(() -> site.configure(line)).hasMessage(message);
    }
}
