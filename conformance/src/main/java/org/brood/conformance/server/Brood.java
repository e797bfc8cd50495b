package org.brood.conformance.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server of this checkout, by the command of its distribution, which the build has left in {@code dist}: the command at
 * the checkout's root might build it anew in the middle of a test. A module that it does not list as built in is left out of the
 * configuration, so that a test fails for what it asks and not for how it asks.
 *
 * @param checkout the repository
 */
public record Brood(Path checkout) implements Product {

    @Override
    public String name() {
        return "brood";
    }

    @Override
    public Path program() {
        return checkout.resolve("dist/target/brood/bin/brood");
    }

    @Override
    public Optional<String> unavailable() {
        if (!Files.isExecutable(program())) {
            throw new IllegalStateException(program() + " is missing: run mvn package first");
        }
        return Optional.empty();
    }

    @Override
    public boolean supports(Mpm mpm) {
        return true;
    }

    @Override
    public String load(Mpm mpm, List<String> modules) {
        String builtIn = Command.run(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        List.of(program().toString(), "-l"))
                .output();
        StringBuilder lines = new StringBuilder(line(mpm.module()));
        modules.stream()
                .filter(module -> builtIn.contains(" mod_" + module + ".c"))
                .forEach(module -> lines.append(line(module)));
        return lines.toString();
    }

    private static String line(String module) {
        return "LoadModule " + module + "_module modules/mod_" + module + ".so\n";
    }
}
