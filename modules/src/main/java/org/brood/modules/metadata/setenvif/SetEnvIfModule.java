package org.brood.modules.metadata.setenvif;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveAction;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.conf.SettingsKey;
import org.brood.conf.expr.Condition;
import org.brood.conf.expr.ExpressionRules;
import org.brood.conf.match.Pcre;
import org.brood.modules.text.Words;

/**
 * mod_setenvif. The server's rules run when the request is read, those of a section when it is known; each in the order of
 * the file.
 */
public final class SetEnvIfModule implements Module {
    private static final SettingsKey<List<Rule>> SERVER =
            SettingsKey.server("setenvif-server", List.of(), SetEnvIfModule::joined);
    private static final SettingsKey<List<Rule>> DIRECTORY =
            SettingsKey.directory("setenvif", List.of(), SetEnvIfModule::joined);

    private static List<Rule> joined(List<Rule> outer, List<Rule> inner) {
        List<Rule> all = new ArrayList<>(outer);
        all.addAll(inner);
        return List.copyOf(all);
    }

    @Override
    public String name() {
        return "setenvif_module";
    }

    @Override
    public String source() {
        return "mod_setenvif.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return List.of(
                spec("SetEnvIf", "A header-name, regex and a list of variables.", use -> header(use, false)),
                spec("SetEnvIfNoCase", "a header-name, regex and a list of variables.", use -> header(use, true)),
                spec("SetEnvIfExpr", "an expression and a list of variables.", SetEnvIfModule::expression),
                spec("BrowserMatch", "A browser regex and a list of variables.", use -> browser(use, false)),
                spec("BrowserMatchNoCase", "A browser regex and a list of variables.", use -> browser(use, true)));
    }

    private static DirectiveSpec spec(String name, String help, DirectiveAction action) {
        return DirectiveSpec.anywhere(
                OverrideClass.FILE_INFO,
                name,
                Arguments.RAW,
                "attribute regex [!]env-variable[=value] [[!]env-variable[=value]] ...",
                "",
                help,
                action);
    }

    private static void header(DirectiveUse use, boolean caseBlind) throws ConfigurationException {
        List<String> words = Words.of(use.argument(0));
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw new ConfigurationException(null, "Missing header-field name for " + use.name());
        }
        pattern(use, words.getFirst(), words.subList(1, words.size()), caseBlind);
    }

    private static void browser(DirectiveUse use, boolean caseBlind) throws ConfigurationException {
        pattern(use, "User-Agent", Words.of(use.argument(0)), caseBlind);
    }

    private static void pattern(DirectiveUse use, String name, List<String> words, boolean caseBlind)
            throws ConfigurationException {
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw new ConfigurationException(null, "Missing regular expression for " + use.name());
        }
        Pcre pattern = compile(use, words.getFirst(), caseBlind);
        Subject subject = subject(use, name, caseBlind);
        add(use, new Rule.ByPattern(subject, pattern, variables(use, words.subList(1, words.size()))));
    }

    private static Pcre compile(DirectiveUse use, String regex, boolean caseBlind) throws ConfigurationException {
        try {
            return caseBlind ? Pcre.compileCaseBlind(regex) : Pcre.compile(regex);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(null, use.name() + " regex could not be compiled.");
        }
    }

    private static Subject subject(DirectiveUse use, String name, boolean caseBlind) throws ConfigurationException {
        try {
            return Subject.named(name, caseBlind);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(null, use.name() + "Header name regex could not be compiled.");
        }
    }

    private static void expression(DirectiveUse use) throws ConfigurationException {
        List<String> words = Words.of(use.argument(0));
        if (words.isEmpty() || words.getFirst().isEmpty()) {
            throw new ConfigurationException(null, "Missing expression for " + use.name());
        }
        String text = words.getFirst();
        Condition condition;
        try {
            condition = Condition.parse(text, ExpressionRules.of(use));
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(
                    null, "Could not parse expression \"" + text + "\": " + mistake.getMessage());
        }
        add(use, new Rule.ByExpression(condition, variables(use, words.subList(1, words.size()))));
    }

    private static List<Rule.Variable> variables(DirectiveUse use, List<String> words) throws ConfigurationException {
        if (words.isEmpty()) {
            throw new ConfigurationException(null, "Missing envariable expression for " + use.name());
        }
        List<Rule.Variable> variables = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (!value.isEmpty()) {
                variables.add(new Rule.Variable(name, value.startsWith("!") ? null : value));
            } else if (name.startsWith("!")) {
                variables.add(new Rule.Variable(name.substring(1), null));
            } else {
                variables.add(new Rule.Variable(name, "1"));
            }
        }
        return List.copyOf(variables);
    }

    private static void add(DirectiveUse use, Rule rule) {
        SettingsKey<List<Rule>> key = use.enclosingPath() == null ? SERVER : DIRECTORY;
        use.update(key, rules -> joined(rules, List.of(rule)));
    }

    @Override
    public void register(Hooks hooks) {
        hooks.postReadRequest(Position.MIDDLE, exchange -> apply(exchange, SERVER));
        hooks.headerParser(Position.MIDDLE, exchange -> apply(exchange, DIRECTORY));
    }

    private static Verdict apply(Exchange exchange, SettingsKey<List<Rule>> key) {
        for (Rule rule : exchange.settings(key)) {
            rule.apply(exchange);
        }
        return Verdict.DECLINED;
    }
}
