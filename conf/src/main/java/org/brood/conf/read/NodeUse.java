package org.brood.conf.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ContainerUse;
import org.brood.conf.DirectiveNode;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.FileChecks;
import org.brood.conf.MethodLimit;
import org.brood.conf.Place;
import org.brood.conf.Settings;
import org.brood.conf.SettingsKey;
import org.brood.conf.SourceLine;
import org.brood.conf.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A node of the tree while its action runs. */
final class NodeUse implements ContainerUse {
    private final Applier applier;
    private final DirectiveSpec spec;
    private final DirectiveNode node;
    private final List<String> arguments;
    private final Scope scope;

    NodeUse(Applier applier, DirectiveSpec spec, DirectiveNode node, List<String> arguments, Scope scope) {
        this.applier = applier;
        this.spec = spec;
        this.node = node;
        this.arguments = arguments;
        this.scope = scope;
    }

    @Override
    public String name() {
        return node.name();
    }

    @Override
    public List<String> arguments() {
        return arguments;
    }

    @Override
    public SourceLine source() {
        return node.source();
    }

    @Override
    public Place place() {
        return scope.place();
    }

    @Override
    public @Nullable String enclosingPath() {
        Scope.SectionName section = scope.section();
        return section == null ? null : section.path();
    }

    @Override
    public @Nullable String enclosingName() {
        Scope.SectionName section = scope.section();
        return section == null ? null : section.name();
    }

    @Override
    public List<String> containers() {
        List<String> names = new ArrayList<>();
        for (Scope around = scope; around != null; around = around.outer()) {
            String name = around.container();
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public MethodLimit methods() {
        return scope.methods();
    }

    @Override
    public Path serverRelative(String file) {
        return applier.serverRoot().resolve(file).normalize();
    }

    @Override
    public <T> void update(SettingsKey<T> key, UnaryOperator<T> change) {
        builder(key).update(key, change);
    }

    @Override
    public <T> T settings(SettingsKey<T> key) {
        return builder(key).get(key);
    }

    private Settings.Builder builder(SettingsKey<?> key) {
        return switch (key.kind()) {
            case SERVER -> scope.server();
            case DIRECTORY -> scope.directory();
        };
    }

    @Override
    public void warn(String messageId, String text) {
        applier.warnings().warn(messageId, text);
    }

    @Override
    public void inform(String messageId, String text) {
        applier.warnings().inform(messageId, text);
    }

    @Override
    public FileChecks fileChecks() {
        return applier.fileChecks();
    }

    @Override
    public boolean isPresent(String module) {
        return applier.vocabulary().isPresent(module);
    }

    @Override
    public List<DirectiveNode> children() {
        return node.children();
    }

    @Override
    public void applyChildren() throws ConfigurationException {
        applier.apply(node.children(), scope.inside(spec.openName()));
    }

    @Override
    public void applyChildren(MethodLimit methods) throws ConfigurationException {
        applier.apply(node.children(), scope.inside(spec.openName()).limitedTo(methods));
    }

    @Override
    public Settings collectChildren(String path) throws ConfigurationException {
        Settings.Builder inside = new Settings.Builder();
        Place place = scope.place() == Place.HTACCESS ? Place.HTACCESS : Place.DIRECTORY;
        String name = spec.openName().substring(1).toLowerCase(Locale.ROOT);
        Scope inner = scope.inside(spec.openName()).inSection(inside, place, new Scope.SectionName(name, path));
        applier.apply(node.children(), inner);
        return inside.build();
    }

    Vocabulary vocabulary() {
        return applier.vocabulary();
    }

    /** What {@code <VirtualHost>} does: its children go to settings of their own. */
    void virtualHost(List<VirtualHostAddress> addresses) throws ConfigurationException {
        Settings.Builder server = applier.serverBuilder();
        Settings.Builder directory = new Settings.Builder();
        applier.apply(node.children(), scope.inside(spec.openName()).inVirtualHost(server, directory));
        applier.addVirtualHost(addresses, server.build(), directory.build(), node.source());
    }
}
