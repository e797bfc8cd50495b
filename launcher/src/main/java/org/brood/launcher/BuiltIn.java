package org.brood.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.api.Module;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.ModuleSpec;
import org.brood.conf.read.ConfigurationReader;
import org.brood.conf.read.ResolvedConfiguration;
import org.brood.conf.tree.ReaderOptions;
import org.brood.mpm.spi.Mpm;
import org.brood.supervisor.files.ProcessDirectives;
import org.brood.supervisor.listen.ListenDirectives;

/**
 * All that is built in, as the configuration sees it. Every module is there without LoadModule; of the MPMs one is.
 *
 * @param mpms the first is the one that runs when no LoadModule names another
 * @param modules in the order in which their hooks are registered, core's last
 * @param status what mod_status among them shows
 */
public record BuiltIn(List<Mpm> mpms, List<Module> modules, StatusSource status) {

    public BuiltIn {
        mpms = List.copyOf(mpms);
        modules = List.copyOf(modules);
    }

    /** @param present the MPM that is there without LoadModule; empty = none */
    public List<ModuleSpec> specs(Optional<String> present) {
        List<ModuleSpec> specs = new ArrayList<>();
        specs.add(new ModuleSpec("core.c", "core_module", true, ProcessDirectives.ofCore()));
        specs.add(new ModuleSpec("http_core.c", "http_module", true, List.of()));
        specs.add(new ModuleSpec("mod_unixd.c", "unixd_module", true, ProcessDirectives.ofUnixd()));
        for (Mpm mpm : mpms) {
            specs.add(spec(mpm, present.equals(Optional.of(mpm.name()))));
        }
        for (Module module : modules) {
            specs.add(new ModuleSpec(module.source(), module.name(), true, module.directives()));
        }
        return specs;
    }

    /** The modules from outside, and behind them those built in, of which core's has the last word. */
    public List<Module> with(List<Module> loaded) {
        List<Module> all = new ArrayList<>(loaded);
        all.addAll(modules);
        return all;
    }

    /** What is there when the configuration names nothing. */
    public List<ModuleSpec> present() throws ConfigurationException {
        ReaderOptions options = ReaderOptions.of(Path.of("/"), "", (id, text) -> {});
        List<ModuleSpec> specs = specs(Optional.of(standardMpm().name()));
        return new ConfigurationReader(specs, options)
                .apply(new ResolvedConfiguration("/", List.of(), List.of(), List.of(), List.of()))
                .vocabulary()
                .present();
    }

    private static ModuleSpec spec(Mpm mpm, boolean present) {
        List<DirectiveSpec> directives = new ArrayList<>(mpm.directives());
        directives.addAll(ListenDirectives.all());
        directives.addAll(ProcessDirectives.ofMpm());
        return new ModuleSpec(mpm.name() + ".c", identifier(mpm.name()), present, directives);
    }

    /** The name that LoadModule has for an MPM. */
    public static String identifier(String mpm) {
        return "mpm_" + mpm + "_module";
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Mpm mpm(String name) {
        return mpms.stream()
                .filter(mpm -> mpm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no MPM " + name));
    }

    public Mpm standardMpm() {
        return mpms.getFirst();
    }
}
