package org.brood.modules.metadata.env;

import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.Arguments;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;

/** mod_env. */
public final class EnvModule implements Module {

    @Override
    public String name() {
        return "env_module";
    }

    @Override
    public String source() {
        return "mod_env.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of(
                spec(
                        "PassEnv",
                        Arguments.EACH,
                        "env-variable [env-variable] ...",
                        "a list of environment variables to pass to CGI.",
                        EnvModule::pass),
                spec(
                        "SetEnv",
                        Arguments.ONE_OR_TWO,
                        "env-variable [value]",
                        "an environment variable name and optional value to pass to CGI.",
                        use -> use.update(
                                EnvSettings.KEY,
                                env -> env.with(use.argument(0), use.arguments().size() > 1 ? use.argument(1) : ""))),
                spec(
                        "UnsetEnv",
                        Arguments.EACH,
                        "env-variable [env-variable] ...",
                        "a list of variables to remove from the CGI environment.",
                        use -> use.update(EnvSettings.KEY, env -> env.without(use.argument(0)))));
    }

    private static DirectiveSpec spec(
            String name, Arguments arguments, String syntax, String help, DirectiveAction action) {
        return DirectiveSpec.anywhere(OverrideClass.FILE_INFO, name, arguments, syntax, "", help, action);
    }

    private static void pass(DirectiveUse use) {
        String name = use.argument(0);
        String value = System.getenv(name);
        if (value == null) {
            use.warn("AH01506", "PassEnv variable " + name + " was undefined");
        } else {
            use.update(EnvSettings.KEY, env -> env.with(name, value));
        }
    }

    @Override
    public void register(Hooks hooks) {
        hooks.fixups(Position.MIDDLE, EnvModule::fixup);
    }

    private static Verdict fixup(Exchange exchange) {
        exchange.settings(EnvSettings.KEY).variables().forEach(exchange.environment()::set);
        return Verdict.DECLINED;
    }
}
