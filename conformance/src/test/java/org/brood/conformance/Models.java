package org.brood.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.Product;
import org.brood.conformance.server.Setup;

/** The processing models under test, small configurations of them, and how long a test may take. */
final class Models {

    private Models() {}

    static Stream<Mpm> all() {
        return Stream.of(Mpm.values()).filter(Product.chosen()::supports);
    }

    /** Those in which a waiting connection holds no thread. */
    static Stream<Mpm> parking() {
        return all().filter(Mpm::parks);
    }

    /** Skips the test, loudly, when the chosen product is not there. */
    static Setup setup(Mpm mpm) {
        Product product = Product.chosen();
        Optional<String> reason = product.unavailable();
        reason.ifPresent(words -> {
            System.err.println("NOT TESTED: " + words);
            assumeTrue(false, words);
        });
        return Setup.of(product, mpm);
    }

    /** For what httpd itself does not do, and we promise. */
    static void beyondApache() {
        assumeTrue(!Product.chosen().name().equals("apache"), "apache does not promise this");
    }

    /** So many children at the start and at most, with so many threads each; prefork gets the product in processes. */
    static String size(Mpm mpm, int children, int threads) {
        int all = children * threads;
        return mpm == Mpm.PREFORK
                ? """
                StartServers %d
                MinSpareServers 1
                MaxSpareServers %d
                ServerLimit %d
                MaxRequestWorkers %d
                """.formatted(all, all, all, all)
                : """
                StartServers %d
                ServerLimit %d
                ThreadLimit %d
                ThreadsPerChild %d
                MinSpareThreads 1
                MaxSpareThreads %d
                MaxRequestWorkers %d
                """.formatted(children, children * 3, threads, threads, all, all);
    }

    /** The module that runs CGI scripts, and the scripts' folder. */
    static Setup scripts(Mpm mpm) {
        return setup(mpm)
                .modules("alias", mpm.threaded() ? "cgid" : "cgi")
                .directives("""
                        ScriptAlias /cgi-bin/ @root@/cgi-bin/
                        <Directory @root@/cgi-bin>
                          Require all granted
                        </Directory>
                        """)
                .script(
                        "cgi-bin/slow",
                        "#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nbegin\\n'\nsleep \"${QUERY_STRING%%&*}\"\necho end\n")
                .script("cgi-bin/hang", "#!/bin/sh\nsleep 300\n");
    }

    /** Short in the ordinary run, as long as the issue asks for with {@code -Dlong}. */
    static Duration lasting(int ordinarySeconds, int longSeconds) {
        return Duration.ofSeconds(Boolean.getBoolean("long") ? longSeconds : ordinarySeconds);
    }

    static int times(int ordinary, int thorough) {
        return Boolean.getBoolean("long") ? thorough : ordinary;
    }
}
