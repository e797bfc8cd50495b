package org.brood.server.core;

import java.util.List;
import java.util.Locale;
import org.brood.api.AcceptPathInfo;
import org.brood.api.ScriptRules;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;

/** Directives of core that handlers obey, above all those that run scripts. */
final class ScriptDirectives {

    private ScriptDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "AcceptPathInfo",
                        Arguments.ONE,
                        "On|Off|Default",
                        "Default",
                        "Set to on or off for PATH_INFO to be accepted by handlers, or default for the per-handler preference",
                        ScriptDirectives::acceptPathInfo),
                DirectiveSpec.anywhere(
                        OverrideClass.AUTH_CONFIG,
                        "CGIPassAuth",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Controls whether HTTP authorization headers, normally hidden, will be passed to scripts",
                        use -> use.update(ScriptRules.KEY, rules -> rules.passingAuthorization(use.flag()))),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "CGIVar",
                        Arguments.TWO,
                        "variable rule",
                        "",
                        "Controls how some CGI variables are set",
                        ScriptDirectives::variable),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "QualifyRedirectURL",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Controls whether the REDIRECT_URL environment variable is fully qualified",
                        use -> use.update(ScriptRules.KEY, rules -> rules.qualifyingRedirectUrl(use.flag()))));
    }

    private static void acceptPathInfo(DirectiveUse use) throws ConfigurationException {
        AcceptPathInfo chosen = switch (use.argument(0).toLowerCase(Locale.ROOT)) {
            case "on" -> AcceptPathInfo.ON;
            case "off" -> AcceptPathInfo.OFF;
            case "default" -> AcceptPathInfo.DEFAULT;
            default -> throw new ConfigurationException(null, "AcceptPathInfo must be set to on, off or default");
        };
        use.update(AcceptPathInfo.KEY, before -> chosen);
    }

    private static void variable(DirectiveUse use) throws ConfigurationException {
        String name = use.argument(0);
        String rule = use.argument(1).toLowerCase(Locale.ROOT);
        if (!name.equals("REQUEST_URI")) {
            throw new ConfigurationException(null, "Unrecognized CGI variable: \"" + name + "\"");
        }
        if (!rule.equals("current-uri") && !rule.equals("original-uri")) {
            throw new ConfigurationException(null, "Valid rules for REQUEST_URI are 'current-uri' and 'original-uri'");
        }
        use.update(ScriptRules.KEY, rules -> rules.withCurrentUri(rule.equals("current-uri")));
    }
}
