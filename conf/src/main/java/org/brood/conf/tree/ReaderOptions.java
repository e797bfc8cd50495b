package org.brood.conf.tree;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.brood.conf.FileChecks;
import org.brood.conf.ModuleLoader;
import org.brood.conf.WarningSink;

/**
 * What the command line and the environment say about reading a configuration.
 *
 * @param serverRoot until a ServerRoot directive says otherwise; {@code -d}
 * @param defines names given by {@code -D}
 * @param before directives of {@code -C}, read before the file
 * @param after directives of {@code -c}, read behind it
 * @param version what {@code <IfVersion>} compares with: the httpd release we are compatible with, {@code 2.4.66}
 * @param environment looked up by {@code ${NAME}} after the defined variables
 */
public record ReaderOptions(
        Path serverRoot,
        List<String> defines,
        List<String> before,
        List<String> after,
        String version,
        Map<String, String> environment,
        ModuleLoader loader,
        FileChecks fileChecks,
        WarningSink warnings) {

    public ReaderOptions {
        defines = List.copyOf(defines);
        before = List.copyOf(before);
        after = List.copyOf(after);
        environment = Map.copyOf(environment);
    }

    /** Nothing on the command line. */
    public static ReaderOptions of(Path serverRoot, String version, WarningSink warnings) {
        return new ReaderOptions(
                serverRoot,
                List.of(),
                List.of(),
                List.of(),
                version,
                Map.of(),
                ModuleLoader.NONE,
                FileChecks.ALL,
                warnings);
    }

    public ReaderOptions withDefines(List<String> names) {
        return new ReaderOptions(serverRoot, names, before, after, version, environment, loader, fileChecks, warnings);
    }

    /** {@code -C} and {@code -c}. */
    public ReaderOptions withDirectives(List<String> before, List<String> after) {
        return new ReaderOptions(
                serverRoot, defines, before, after, version, environment, loader, fileChecks, warnings);
    }

    public ReaderOptions withEnvironment(Map<String, String> variables) {
        return new ReaderOptions(serverRoot, defines, before, after, version, variables, loader, fileChecks, warnings);
    }

    public ReaderOptions withFileChecks(FileChecks checks) {
        return new ReaderOptions(serverRoot, defines, before, after, version, environment, loader, checks, warnings);
    }

    public ReaderOptions withLoader(ModuleLoader moduleLoader) {
        return new ReaderOptions(
                serverRoot, defines, before, after, version, environment, moduleLoader, fileChecks, warnings);
    }
}
