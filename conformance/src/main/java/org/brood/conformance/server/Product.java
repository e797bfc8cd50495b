package org.brood.conformance.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A web server that reads httpd.conf and obeys httpd's command line. */
public interface Product {

    String name();

    /** The program, without arguments. */
    Path program();

    /** Why it cannot be tested here; empty when it can. */
    Optional<String> unavailable();

    boolean supports(Mpm mpm);

    /**
     * Lines of configuration that load the MPM and {@code modules}.
     *
     * @param modules names without {@code mod_} and {@code _module}, for example {@code alias}
     */
    String load(Mpm mpm, List<String> modules);

    /** The product that {@code -Dproduct=apache} or {@code -Dproduct=brood} chooses; Brood unless told otherwise. */
    static Product chosen() {
        return named(System.getProperty("product", "brood"));
    }

    /** @throws IllegalArgumentException for a name that is neither {@code apache} nor {@code brood} */
    static Product named(String name) {
        return switch (name) {
            case "brood" -> new Brood(Checkout.root());
            case "apache" -> new Apache();
            default -> throw new IllegalArgumentException("no product is called " + name);
        };
    }
}
