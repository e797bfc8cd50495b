package org.brood.conformance.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository that these classes belong to. */
public final class Checkout {

    private Checkout() {}

    /** The nearest folder upwards that holds both the root POM and this module; {@code -Dcheckout} names another. */
    public static Path root() {
        String named = System.getProperty("checkout");
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("conformance/cases"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "not inside a checkout: " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    /** The plain files of the differential test. */
    public static Path cases() {
        return root().resolve("conformance/cases");
    }
}
