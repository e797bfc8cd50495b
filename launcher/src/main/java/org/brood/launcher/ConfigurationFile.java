package org.brood.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.conf.FileChecks;
import org.brood.conf.WarningSink;
import org.brood.conf.read.ConfigurationReader;
import org.brood.conf.read.ResolvedConfiguration;
import org.brood.conf.tree.LoadedModule;
import org.brood.conf.tree.ReaderOptions;
import org.brood.launcher.commandline.CommandLine;
import org.brood.mpm.spi.Mpm;

/** The configuration that a command line names, read as often as needed. */
public final class ConfigurationFile {
    /** The httpd release that we are compatible with: {@code <IfVersion>}, {@code -v}, {@code Server:}. */
    public static final String COMPATIBLE_VERSION = "2.4.66";

    private final CommandLine line;
    private final BuiltIn builtIn;
    private final Path serverRoot;

    /** @param home where this server is installed: its ServerRoot unless {@code -d} names another */
    public ConfigurationFile(CommandLine line, BuiltIn builtIn, Path home) {
        this.line = line;
        this.builtIn = builtIn;
        this.serverRoot =
                line.serverRoot().map(Path::of).orElse(home).toAbsolutePath().normalize();
    }

    /** Where we begin; the file may name another. */
    public Path serverRoot() {
        return serverRoot;
    }

    /** The main file, absolute. */
    public Path path() {
        return serverRoot.resolve(line.file().orElse("conf/httpd.conf"));
    }

    /**
     * Reads and checks it all.
     *
     * @throws ConfigurationException with httpd's words for the first mistake, AH00534 among them
     */
    public ReadConfiguration read(WarningSink warnings) throws ConfigurationException {
        JarModules jars = new JarModules();
        ResolvedConfiguration resolved =
                reader(Optional.empty(), jars, (id, text) -> {}).resolve(path());
        List<String> named = resolved.modules().stream()
                .map(LoadedModule::identifier)
                .filter(this::isMpm)
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw new ConfigurationException(null, "AH00534: httpd: Configuration error: More than one MPM loaded.");
        }
        Mpm mpm = named.isEmpty() ? builtIn.standardMpm() : picked(named.getFirst());
        ConfigurationReader reader = reader(Optional.of(mpm.name()), jars, warnings);
        resolved = reader.resolve(path()); // <IfModule> sees the MPM from the first line on
        return new ReadConfiguration(resolved, reader.apply(resolved), mpm, builtIn.with(jars.loaded()));
    }

    /**
     * What a child does with the text that its parent resolved: no file is read.
     *
     * @param mpm the parent's choice
     */
    public static ReadConfiguration apply(BuiltIn builtIn, String text, String mpm) throws ConfigurationException {
        ResolvedConfiguration resolved = ResolvedConfiguration.parse(text);
        JarModules jars = new JarModules();
        Path root = Path.of(resolved.serverRoot());
        ReaderOptions options = ReaderOptions.of(root, COMPATIBLE_VERSION, (id, warning) -> {})
                .withFileChecks(FileChecks.NONE)
                .withLoader(jars);
        ConfigurationReader reader = new ConfigurationReader(builtIn.specs(Optional.of(mpm)), options);
        return new ReadConfiguration(resolved, reader.apply(resolved), builtIn.mpm(mpm), builtIn.with(jars.loaded()));
    }

    /** {@code -e} is a LogLevel that every other one overrides. */
    private List<String> before() {
        List<String> directives = new ArrayList<>();
        line.startupLevel().ifPresent(level -> directives.add("LogLevel " + level));
        directives.addAll(line.before());
        return directives;
    }

    private boolean isMpm(String identifier) {
        return builtIn.mpms().stream()
                .anyMatch(mpm -> BuiltIn.identifier(mpm.name()).equals(identifier));
    }

    private Mpm picked(String identifier) {
        return builtIn.mpms().stream()
                .filter(mpm -> BuiltIn.identifier(mpm.name()).equals(identifier))
                .findFirst()
                .orElseThrow();
    }

    private ConfigurationReader reader(Optional<String> mpm, JarModules jars, WarningSink warnings) {
        ReaderOptions options = ReaderOptions.of(serverRoot, COMPATIBLE_VERSION, warnings)
                .withDefines(line.defines())
                .withDirectives(before(), line.after())
                .withFileChecks(line.checkDocumentRoot() ? FileChecks.ALL : FileChecks.ALL_BUT_DOCUMENT_ROOT)
                .withEnvironment(System.getenv())
                .withLoader(jars);
        return new ConfigurationReader(builtIn.specs(mpm), options);
    }
}
