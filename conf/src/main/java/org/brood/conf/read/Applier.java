package org.brood.conf.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.Declaration;
import org.brood.conf.DirectiveNode;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.FileChecks;
import org.brood.conf.Place;
import org.brood.conf.Settings;
import org.brood.conf.SourceLine;
import org.brood.conf.Vocabulary;
import org.brood.conf.WarningSink;
import org.brood.conf.expr.ExpressionVocabulary;
import org.brood.conf.section.Sections;
import org.brood.conf.text.ArgumentSplitter;
import org.brood.conf.text.Words;
import org.brood.conf.tree.Permission;

/**
 * Walks a tree and lets each directive act on the settings of its place.
 *
 * <p>Each directive is checked in httpd's order: known, allowed here, fit for a virtual host, arguments counted. The first
 * mistake ends the walk. One applier serves one configuration, on one thread.
 */
final class Applier {
    /** A virtual host before it is merged with the main server, which may still change below it. */
    private record Host(List<VirtualHostAddress> addresses, Settings server, Settings directory, SourceLine source) {}

    private final Vocabulary vocabulary;
    private final Path serverRoot;
    private final WarningSink warnings;
    private final Strictness strictness;
    private final ExpressionVocabulary expressions;
    private final FileChecks fileChecks;
    private final List<Host> hosts = new ArrayList<>();

    Applier(
            Vocabulary vocabulary,
            Path serverRoot,
            WarningSink warnings,
            Strictness strictness,
            ExpressionVocabulary expressions,
            FileChecks fileChecks) {
        this.vocabulary = vocabulary;
        this.serverRoot = serverRoot;
        this.warnings = warnings;
        this.strictness = strictness;
        this.expressions = expressions;
        this.fileChecks = fileChecks;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Path serverRoot() {
        return serverRoot;
    }

    FileChecks fileChecks() {
        return fileChecks;
    }

    WarningSink warnings() {
        return warnings;
    }

    /** Where a server or a virtual host begins. */
    Settings.Builder serverBuilder() {
        Settings.Builder builder = new Settings.Builder();
        builder.update(ExpressionVocabulary.KEY, standard -> expressions);
        return builder;
    }

    ServerConfiguration server(List<DirectiveNode> nodes) throws ConfigurationException {
        Settings.Builder server = serverBuilder();
        Settings.Builder directory = new Settings.Builder();
        apply(nodes, Scope.outermost(Place.SERVER, server, directory));
        SourceLine first =
                nodes.isEmpty() ? new SourceLine("", 0) : nodes.getFirst().source();
        Host main = new Host(List.of(), server.build(), directory.build(), new SourceLine(first.file(), 1));
        List<VirtualHostConfiguration> virtualHosts = new ArrayList<>();
        for (Host host : hosts) {
            virtualHosts.add(merged(main, host));
        }
        VirtualHostConfiguration mainHost = merged(new Host(List.of(), Settings.EMPTY, Settings.EMPTY, first), main);
        return new ServerConfiguration(mainHost, virtualHosts, serverRoot.toString(), vocabulary);
    }

    private static VirtualHostConfiguration merged(Host main, Host host) {
        Settings server = main.server().overlaidBy(host.server());
        Settings directory = main.directory().overlaidBy(host.directory());
        return new VirtualHostConfiguration(
                host.addresses(),
                host.server().get(ServerNames.KEY),
                server,
                host.server(),
                new Sections(server, directory),
                host.source());
    }

    void addVirtualHost(List<VirtualHostAddress> addresses, Settings server, Settings directory, SourceLine source) {
        hosts.add(new Host(List.copyOf(addresses), server, directory, source));
    }

    /** Applies nodes that stand at one place. */
    void apply(List<DirectiveNode> nodes, Scope scope) throws ConfigurationException {
        for (int i = 0; i < nodes.size(); i++) {
            DirectiveNode node = nodes.get(i);
            try {
                apply(node, scope);
            } catch (ConfigurationException mistake) {
                throw mistake.at(node.source());
            }
        }
    }

    private void apply(DirectiveNode node, Scope scope) throws ConfigurationException {
        List<Declaration> declarations = vocabulary.declarations(node.name());
        if (declarations.isEmpty()) {
            strictness.unknown(node.name().toLowerCase(Locale.ROOT), node.name());
            return;
        }
        for (int i = 0; i < declarations.size(); i++) {
            DirectiveSpec spec = declarations.get(i).spec();
            if (isAllowed(spec, scope)) {
                if (spec.isContainer()) {
                    container(spec, node, scope);
                } else {
                    directive(spec, node, scope);
                }
            }
        }
    }

    private boolean isAllowed(DirectiveSpec spec, Scope scope) throws ConfigurationException {
        if (!permission(scope.place()).allows(spec)) {
            return strictness.forbidden(spec.name(), spec.openName() + where(scope));
        }
        if (scope.place() == Place.VIRTUAL_HOST && !spec.places().contains(Place.VIRTUAL_HOST)) {
            String close = spec.isContainer() ? ">" : "";
            throw new ConfigurationException(
                    null, spec.openName() + close + " cannot occur within <VirtualHost> section");
        }
        return true;
    }

    private static String where(Scope scope) {
        return scope.container() == null ? " not allowed here" : " not allowed in " + scope.container() + "> context";
    }

    private Permission permission(Place place) {
        return switch (place) {
            case SERVER, VIRTUAL_HOST -> Permission.SERVER_FILES;
            case DIRECTORY -> Permission.SECTIONS;
            case HTACCESS -> strictness.permission();
        };
    }

    private void directive(DirectiveSpec spec, DirectiveNode node, Scope scope) throws ConfigurationException {
        strictness.check(spec, node.arguments());
        for (List<String> arguments : ArgumentSplitter.calls(spec, node.arguments())) {
            spec.action().apply(new NodeUse(this, spec, node, arguments, scope));
        }
    }

    private void container(DirectiveSpec spec, DirectiveNode node, Scope scope) throws ConfigurationException {
        int end = node.arguments().lastIndexOf('>');
        if (end < 0) {
            throw new ConfigurationException(null, spec.openName() + "> directive missing closing '>'");
        }
        List<String> words = Words.of(node.arguments().substring(0, end));
        if (spec.arguments() == Arguments.NONE && !words.isEmpty()) {
            throw new ConfigurationException(null, spec.openName() + "> directive doesn't take additional arguments");
        }
        if (spec.arguments() == Arguments.EACH && words.isEmpty()) {
            throw new ConfigurationException(null, spec.openName() + "> directive requires additional arguments");
        }
        spec.action().apply(new NodeUse(this, spec, node, words, scope));
    }
}
