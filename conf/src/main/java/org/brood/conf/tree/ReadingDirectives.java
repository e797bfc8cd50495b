package org.brood.conf.tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveNode;
import org.brood.conf.ModuleSpec;
import org.brood.conf.text.Words;

/** What each {@link ReadingDirective} does; the nodes it returns stand in its place. */
final class ReadingDirectives {
    private final Reading reading;
    private final Permission permission;
    private final TreeReader reader;

    ReadingDirectives(Reading reading, Permission permission, TreeReader reader) {
        this.reading = reading;
        this.permission = permission;
        this.reader = reader;
    }

    List<DirectiveNode> perform(ReadingDirective directive, List<String> arguments) throws ConfigurationException {
        return switch (directive) {
            case INCLUDE -> include(arguments.getFirst(), false);
            case INCLUDE_OPTIONAL -> include(arguments.getFirst(), true);
            case DEFINE -> define(arguments);
            case UNDEFINE -> undefine(arguments.getFirst());
            case LOAD_MODULE -> loadModule(arguments.getFirst(), arguments.get(1));
            case SERVER_ROOT -> serverRoot(arguments.getFirst());
            case IF_DEFINE -> conditional("<IfDefine", arguments.getFirst(), reading.defines()::isDefined);
            case IF_MODULE -> conditional("<IfModule", arguments.getFirst(), reading.vocabulary()::isPresent);
            case IF_FILE -> conditional("<IfFile", arguments.getFirst(), this::fileExists);
            case IF_DIRECTIVE -> conditional("<IfDirective", arguments.getFirst(), this::isDirective);
            case IF_SECTION -> conditional("<IfSection", arguments.getFirst(), name -> isDirective("<" + name));
            case IF_VERSION -> ifVersion(arguments);
            case MACRO ->
                reading.macros()
                        .define(
                                arguments.getFirst(),
                                reader.lines(),
                                reading.options().warnings());
            case USE -> use(arguments.getFirst());
            case UNDEF_MACRO -> reading.macros().undefine(arguments.getFirst());
        };
    }

    private List<DirectiveNode> include(String name, boolean optional) throws ConfigurationException {
        return new Inclusion(reading, permission)
                .include(name, optional, reader.lines().line());
    }

    private List<DirectiveNode> use(String arguments) throws ConfigurationException {
        return reading.macros()
                .use(arguments, reader.lines().source(), lines -> new TreeReader(reading, permission, lines).file());
    }

    private List<DirectiveNode> define(List<String> arguments) throws ConfigurationException {
        refuseHtaccess("Define");
        refuseColon(arguments.getFirst());
        reading.defines().define(arguments.getFirst(), arguments.size() > 1 ? arguments.get(1) : null);
        return List.of();
    }

    private List<DirectiveNode> undefine(String name) throws ConfigurationException {
        refuseHtaccess("UnDefine");
        refuseColon(name);
        reading.defines().undefine(name);
        return List.of();
    }

    private void refuseHtaccess(String name) throws ConfigurationException {
        if (reading.isHtaccess()) {
            throw new ConfigurationException(null, name + " cannot occur within htaccess files");
        }
    }

    private static void refuseColon(String name) throws ConfigurationException {
        if (name.indexOf(':') >= 0) {
            throw new ConfigurationException(null, "Variable name must not contain ':'");
        }
    }

    private List<DirectiveNode> serverRoot(String directory) throws ConfigurationException {
        Path root = Path.of(directory).toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new ConfigurationException(null, "ServerRoot must be a valid directory");
        }
        reading.serverRoot(root);
        return List.of();
    }

    private List<DirectiveNode> loadModule(String identifier, String file) throws ConfigurationException {
        Optional<ModuleSpec> builtIn = reading.vocabulary().available(identifier);
        if (builtIn.isPresent()) {
            reading.vocabulary().add(builtIn.get());
            reading.loaded().add(new LoadedModule(identifier, ""));
            return List.of();
        }
        Path jar = reading.serverRelative(file);
        if (!file.endsWith(".jar")) {
            throw cannotLoad(
                    file,
                    identifier + " is not built into this server;"
                            + " remove the line and the directives that need the module, or name a .jar that holds it");
        }
        try {
            reading.vocabulary().add(reading.options().loader().load(identifier, jar));
        } catch (ConfigurationException mistake) {
            throw cannotLoad(file, jar + ": " + mistake.getMessage());
        }
        reading.loaded().add(new LoadedModule(identifier, jar.toString()));
        return List.of();
    }

    private static ConfigurationException cannotLoad(String file, String why) {
        return new ConfigurationException(null, "Cannot load " + file + " into server: " + why);
    }

    private boolean fileExists(String name) {
        return Files.exists(reading.serverRelative(name));
    }

    private boolean isDirective(String name) {
        return !reading.vocabulary().declarations(name).isEmpty();
    }

    private List<DirectiveNode> conditional(String name, String raw, Condition condition)
            throws ConfigurationException {
        int end = raw.lastIndexOf('>');
        if (end < 0) {
            throw new ConfigurationException(null, name + "> directive missing closing '>'");
        }
        boolean negated = raw.charAt(0) == '!';
        String word = new Words(raw.substring(negated ? 1 : 0, end)).next();
        if (word.isEmpty()) {
            throw new ConfigurationException(null, name + "> directive requires additional arguments");
        }
        return decide(name, condition.holds(word) != negated);
    }

    private List<DirectiveNode> ifVersion(List<String> arguments) throws ConfigurationException {
        return decide(
                "<IfVersion",
                VersionCondition.of(arguments).holds(reading.options().version()));
    }

    private List<DirectiveNode> decide(String name, boolean holds) throws ConfigurationException {
        if (holds) {
            return reader.block("</" + name.substring(1) + ">");
        }
        reader.skip(name);
        return List.of();
    }

    /** What stands between the brackets of a conditional container. */
    private interface Condition {
        boolean holds(String word);
    }
}
