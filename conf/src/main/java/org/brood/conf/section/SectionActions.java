package org.brood.conf.section;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ContainerUse;
import org.brood.conf.MethodLimit;
import org.brood.conf.Place;
import org.brood.conf.Settings;
import org.brood.conf.SourceLine;
import org.brood.conf.match.Pcre;
import org.jspecify.annotations.Nullable;

/** What the core's containers do: each gathers what stands inside and files it as a section of the place around it. */
public final class SectionActions {

    /** What httpd knows of itself; the server's own files may name others. */
    private static final Set<String> KNOWN_METHODS = Set.of(
            "GET",
            "HEAD",
            "PUT",
            "POST",
            "DELETE",
            "CONNECT",
            "OPTIONS",
            "TRACE",
            "PATCH",
            "PROPFIND",
            "PROPPATCH",
            "MKCOL",
            "COPY",
            "MOVE",
            "LOCK",
            "UNLOCK",
            "VERSION-CONTROL",
            "CHECKOUT",
            "UNCHECKOUT",
            "CHECKIN",
            "UPDATE",
            "LABEL",
            "REPORT",
            "MKWORKSPACE",
            "MKACTIVITY",
            "BASELINE-CONTROL",
            "MERGE");

    private SectionActions() {}

    /** Sections cannot stand inside {@code <Limit>}. */
    static void refuseLimits(ContainerUse use, String name) throws ConfigurationException {
        if (!use.methods().isAll()) {
            throw new ConfigurationException(
                    use.source(), name + " cannot occur within <Limit> or <LimitExcept> section");
        }
    }

    public static void directory(ContainerUse use) throws ConfigurationException {
        Argument argument = Argument.of(use, "<Directory", false);
        addDirectory(
                use, argument.pattern() == null ? argument.withText(directoryPath(use, argument.text())) : argument);
    }

    public static void directoryMatch(ContainerUse use) throws ConfigurationException {
        addDirectory(use, Argument.of(use, "<DirectoryMatch", true));
    }

    private static void addDirectory(ContainerUse use, Argument argument) throws ConfigurationException {
        Section section = argument.section(use, Section::directory);
        use.update(Sections.DIRECTORIES, list -> Sections.with(list, section));
        argument.refuseMore();
    }

    private static String directoryPath(ContainerUse use, String text) throws ConfigurationException {
        if (isCanonical(text)) {
            return text.endsWith("/") ? text : text.concat("/");
        }
        try {
            Path path = use.serverRelative(text);
            return path.getNameCount() == 0 ? "/" : path.toString().concat("/");
        } catch (InvalidPathException invalid) {
            throw new ConfigurationException(use.source(), "<Directory \"" + text + "\"> path is invalid.");
        }
    }

    private static boolean isCanonical(String text) {
        return text.startsWith("/") && text.indexOf("//") < 0 && text.indexOf("/.") < 0 && text.indexOf('\0') < 0;
    }

    public static void location(ContainerUse use) throws ConfigurationException {
        addLocation(use, Argument.of(use, "<Location", false));
    }

    public static void locationMatch(ContainerUse use) throws ConfigurationException {
        addLocation(use, Argument.of(use, "<LocationMatch", true));
    }

    private static void addLocation(ContainerUse use, Argument argument) throws ConfigurationException {
        Section section = argument.section(use, Section::location);
        use.update(Sections.LOCATIONS, list -> Sections.with(list, section));
        argument.refuseMore();
    }

    public static void files(ContainerUse use) throws ConfigurationException {
        addFiles(use, Argument.of(use, "<Files", false));
    }

    public static void filesMatch(ContainerUse use) throws ConfigurationException {
        addFiles(use, Argument.of(use, "<FilesMatch", true));
    }

    private static void addFiles(ContainerUse use, Argument argument) throws ConfigurationException {
        refuseLimits(use, argument.name() + ">");
        for (String container : use.containers()) {
            if (container.equalsIgnoreCase("<Location") || container.equalsIgnoreCase("<LocationMatch")) {
                throw new ConfigurationException(
                        use.source(), argument.name() + "> cannot occur within " + container + "> section");
            }
        }
        Section section = argument.section(use, Section::files);
        use.update(Sections.FILES, list -> Sections.with(list, section));
        argument.refuseMore();
    }

    public static void limit(ContainerUse use) throws ConfigurationException {
        if (use.arguments().contains("TRACE")) {
            throw new ConfigurationException(use.source(), "TRACE cannot be controlled by <Limit>, see TraceEnable");
        }
        limit(use, "<Limit", new MethodLimit(false, methods(use, "<Limit")));
    }

    public static void limitExcept(ContainerUse use) throws ConfigurationException {
        limit(use, "<LimitExcept", new MethodLimit(true, methods(use, "<LimitExcept")));
    }

    private static Set<String> methods(ContainerUse use, String name) throws ConfigurationException {
        Set<String> methods = new HashSet<>();
        for (String word : use.arguments()) {
            if (use.place() == Place.HTACCESS && !KNOWN_METHODS.contains(word)) {
                throw new ConfigurationException(
                        use.source(),
                        "Could not register method '" + word + "' for " + name + " from .htaccess configuration");
            }
            methods.add(word.equals("HEAD") ? "GET" : word);
        }
        return methods;
    }

    private static void limit(ContainerUse use, String name, MethodLimit limit) throws ConfigurationException {
        MethodLimit both = use.methods().and(limit);
        if (both.isEmpty()) {
            throw new ConfigurationException(use.source(), name + "> directive excludes all methods");
        }
        if (both.equals(use.methods())) {
            throw new ConfigurationException(use.source(), name + "> directive specifies methods already excluded");
        }
        use.applyChildren(both);
    }

    /** A section of one kind whose argument is no regular expression. */
    private interface Literal {
        Section section(String argument, Settings settings, SourceLine source);
    }

    /**
     * The words between a section's brackets.
     *
     * @param name of the container with its opening bracket
     * @param pattern null where the text is no regular expression
     * @param surplus whether words are left over; httpd complains of them after all that stands inside
     */
    private record Argument(
            String name, String text, @Nullable Pcre pattern, boolean surplus, ContainerUse use) {

        static Argument of(ContainerUse use, String name, boolean match) throws ConfigurationException {
            List<String> words = use.arguments();
            boolean tilde = !match && words.getFirst().equals("~");
            int index = tilde ? 1 : 0;
            String text = index < words.size() ? words.get(index) : "";
            Pcre pattern = match || tilde ? Pcre.compile(text) : null;
            return new Argument(name, text, pattern, words.size() > index + 1, use);
        }

        Argument withText(String newText) {
            return new Argument(name, newText, pattern, surplus, use);
        }

        Section section(ContainerUse container, Literal literal) throws ConfigurationException {
            Settings inside = container.collectChildren(text);
            return pattern == null
                    ? literal.section(text, inside, container.source())
                    : Section.regex(pattern, inside, container.source());
        }

        void refuseMore() throws ConfigurationException {
            if (surplus) {
                throw new ConfigurationException(use.source(), "Multiple " + name + "> arguments not (yet) supported.");
            }
        }
    }
}
