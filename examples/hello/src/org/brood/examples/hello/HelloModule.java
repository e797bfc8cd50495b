package org.brood.examples.hello;

import java.util.List;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.conf.Arguments;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.SettingsKey;

/** Four handlers, to be named by SetHandler, and one directive. */
public final class HelloModule implements Module {
    /** What HelloGreeting said at the place that a request maps to; an inner place goes over an outer one. */
    static final SettingsKey<String> GREETING =
            SettingsKey.directory("hello-greeting", "Hello", (outer, inner) -> inner.equals("Hello") ? outer : inner);

    @Override
    public String name() {
        return "hello_module";
    }

    @Override
    public String source() {
        return "mod_hello.c";
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of(DirectiveSpec.serverOrSection(
                "HelloGreeting",
                Arguments.ONE,
                "text",
                "Hello",
                "the word to greet with",
                use -> use.update(GREETING, before -> use.argument(0))));
    }

    @Override
    public void register(Hooks hooks) {
        hooks.handler("hello", Handlers::hello);
        hooks.handler("echo", Handlers::echo);
        hooks.handler("download", Handlers::download);
        hooks.handler("sleep", Handlers::sleep);
    }
}
