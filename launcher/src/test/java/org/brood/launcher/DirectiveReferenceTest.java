package org.brood.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DirectiveReferenceTest {

    @Test
    void thePageListsWhatTheModulesDeclare() throws Exception {
        Path checkout = checkout();
        String page = DirectiveReference.of(BuiltInModules.all());
        Path fresh = checkout.resolve("launcher/target/directives.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, page);
        assertThat(checkout.resolve("docs/directives.md"))
                .as("stale: cp launcher/target/directives.md docs/directives.md")
                .hasContent(page);
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("docs")) ? folder : folder.getParent();
    }
}
