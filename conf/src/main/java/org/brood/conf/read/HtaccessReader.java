package org.brood.conf.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveNode;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.FileChecks;
import org.brood.conf.Place;
import org.brood.conf.Settings;
import org.brood.conf.WarningSink;
import org.brood.conf.expr.ExpressionVocabulary;
import org.brood.conf.text.Defines;
import org.brood.conf.text.Words;
import org.brood.conf.tree.Permission;
import org.brood.conf.tree.ReaderOptions;
import org.brood.conf.tree.TreeSource;

/**
 * Reads {@code .htaccess} files with the names, modules and defines of the server's configuration. Immutable, safe for all
 * threads; the caller opens the files and keeps results as long as they stay unchanged.
 */
public final class HtaccessReader {
    private final ServerConfiguration server;
    private final Defines defines;
    private final String version;
    private final ExpressionVocabulary expressions;

    /**
     * @param resolved where {@code server} came from: its defines hold in {@code .htaccess} too
     * @param version what {@code <IfVersion>} compares with
     * @param environment looked up by {@code ${NAME}} after the defines
     */
    public HtaccessReader(
            ServerConfiguration server,
            ResolvedConfiguration resolved,
            String version,
            Map<String, String> environment) {
        this.server = server;
        this.version = version;
        this.expressions = server.main().settings().get(ExpressionVocabulary.KEY);
        this.defines = new Defines(List.of(), environment);
        for (ResolvedConfiguration.Define define : resolved.defines()) {
            defines.define(define.name(), define.value());
        }
    }

    /**
     * @param file for messages
     * @param directory where the file lies, with a slash at the end
     * @param allowed what AllowOverride says for that directory
     * @param warnings for what {@code AllowOverride Nonfatal} passes over
     * @return directory settings of the file alone, to be laid over those of its directory
     * @throws ConfigurationException whose message httpd logs behind the file's name; the answer is then 500
     */
    public Settings read(String file, String directory, String text, AllowOverride allowed, WarningSink warnings)
            throws ConfigurationException {
        Overrides overrides = new Overrides(allowed, warnings);
        Path root = Path.of(server.serverRoot());
        ReaderOptions options = ReaderOptions.of(root, version, warnings);
        List<DirectiveNode> nodes =
                TreeSource.htaccess(file, text, options, server.vocabulary(), defines, overrides.permission());
        Applier applier = new Applier(server.vocabulary(), root, warnings, overrides, expressions, FileChecks.NONE);
        Settings.Builder settings = new Settings.Builder();
        Scope outside = Scope.outermost(Place.HTACCESS, applier.serverBuilder(), settings);
        applier.apply(
                nodes, outside.inSection(settings, Place.HTACCESS, new Scope.SectionName("directory", directory)));
        return settings.build();
    }

    /** What one AllowOverride lets through. */
    private record Overrides(AllowOverride allowed, WarningSink warnings) implements Strictness {

        @Override
        public Permission permission() {
            return spec -> spec.places().contains(Place.HTACCESS) && allowed.allowsClass(spec.overrides())
                    || allowed.names(spec.openName().toLowerCase(Locale.ROOT));
        }

        @Override
        public void unknown(String lowerName, String name) throws ConfigurationException {
            if (!allowed.passesUnknown()) {
                Strictness.super.unknown(lowerName, name);
            }
            warnings.warn(
                    "AH02296",
                    "Unknown directive " + lowerName
                            + " perhaps misspelled or defined by a module not included in the server configuration");
        }

        @Override
        public boolean forbidden(String name, String message) throws ConfigurationException {
            if (!allowed.passesForbidden()) {
                return Strictness.super.forbidden(name, message);
            }
            warnings.warn("AH02295", name + " in .htaccess forbidden by AllowOverride");
            return false;
        }

        @Override
        public void check(DirectiveSpec spec, String arguments) throws ConfigurationException {
            if (!spec.name().equalsIgnoreCase("Options")) {
                return;
            }
            for (String word : Words.of(arguments)) {
                boolean signed = word.startsWith("+") || word.startsWith("-");
                String name = signed ? word.substring(1) : word;
                Set<OverridableOption> meant = OverridableOption.of(name);
                if (meant != null && !allowed.allowsOptions(meant)) {
                    throw new ConfigurationException(null, "Option " + name + " not allowed here");
                }
            }
        }
    }
}
