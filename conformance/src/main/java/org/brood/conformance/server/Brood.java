package org.brood.conformance.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server of this checkout, by the command at its root.
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
        return checkout.resolve("brood");
    }

    @Override
    public Optional<String> unavailable() {
        return Files.isExecutable(program()) ? Optional.empty() : Optional.of(program() + " does not exist");
    }

    @Override
    public boolean supports(Mpm mpm) {
        return true;
    }

    @Override
    public String load(Mpm mpm, List<String> modules) {
        StringBuilder lines = new StringBuilder(line(mpm.module()));
        modules.forEach(module -> lines.append(line(module)));
        return lines.toString();
    }

    private static String line(String module) {
        return "LoadModule " + module + "_module modules/mod_" + module + ".so\n";
    }
}
