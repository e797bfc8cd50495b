package org.brood.modules.mappers.alias;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.conf.expr.TextExpression;
import org.brood.modules.text.Expressions;
import org.brood.modules.text.Regex;
import org.jspecify.annotations.Nullable;

/**
 * Redirect and its relatives: {@code [status] path url}. The first word may be a status by name or number; what is no
 * redirection (410, 404 ...) has no URL. In a Location the path may be left out.
 */
final class RedirectDirectives {

    private RedirectDirectives() {}

    static List<DirectiveSpec> all() {
        String help = "a document to be redirected, then the destination URL";
        return List.of(
                spec(
                        "Redirect",
                        Arguments.ONE_TO_THREE,
                        "[status] [URL-path] URL",
                        "an optional status, then document to be redirected and destination URL",
                        302,
                        false),
                spec(
                        "RedirectMatch",
                        Arguments.TWO_OR_THREE,
                        "[status] regex URL",
                        "an optional status, then a regular expression and destination URL",
                        302,
                        true),
                spec("RedirectTemp", Arguments.TWO, "URL-path URL", help, 302, false),
                spec("RedirectPermanent", Arguments.TWO, "URL-path URL", help, 301, false),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RedirectRelative",
                        Arguments.FLAG,
                        "On|Off",
                        "Off",
                        "Set to ON to allow relative redirect targets to be issued as-is",
                        use -> use.update(AliasSettings.DIRECTORY, place -> place.withRelative(use.flag()))));
    }

    private static DirectiveSpec spec(
            String name, Arguments arguments, String syntax, String help, int status, boolean regex) {
        return DirectiveSpec.anywhere(
                OverrideClass.FILE_INFO, name, arguments, syntax, "", help, use -> apply(use, status, regex));
    }

    /** The first argument read as a status: 0 when it is none. */
    private static int status(String word, int standard) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "permanent" -> 301;
            case "temp" -> 302;
            case "seeother" -> 303;
            case "gone" -> 410;
            default -> word.matches("\\d+.*") ? Integer.parseInt(word.replaceAll("\\D.*", "")) : -standard;
        };
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    private static void apply(DirectiveUse use, int standard, boolean regex) throws ConfigurationException {
        List<String> words = use.arguments();
        int first = status(words.getFirst(), standard);
        boolean hasStatus = first > 0;
        int status = Math.abs(first);
        if (words.size() == 3 && !hasStatus) {
            throw new ConfigurationException(null, "Redirect: invalid first argument (of three)");
        }
        if (use.enclosingPath() != null && isOwn(words, hasStatus, status)) {
            String url = hasStatus ? (words.size() > 1 ? words.get(1) : null) : words.getFirst();
            OwnTarget own = new OwnTarget(use.enclosingPath(), url == null ? null : target(use, url), null, status);
            use.update(AliasSettings.DIRECTORY, place -> place.withOwnRedirect(own));
            return;
        }
        List<String> rest = hasStatus ? words.subList(1, words.size()) : words;
        if (rest.isEmpty()) {
            throw new ConfigurationException(null, "URL to redirect to is missing");
        }
        add(use, mapping(rest.getFirst(), rest.size() > 1 ? rest.get(1) : null, status, regex));
    }

    private static TextExpression target(DirectiveUse use, String url) throws ConfigurationException {
        return Expressions.text(use, url, "Cannot parse redirect expression '" + url + "': ");
    }

    private static boolean isOwn(List<String> words, boolean hasStatus, int status) {
        if (!hasStatus) {
            return words.size() == 1;
        }
        return isRedirect(status) ? words.size() == 2 : words.size() == 1;
    }

    private static Mapping mapping(String fake, @Nullable String url, int status, boolean regex)
            throws ConfigurationException {
        Pattern pattern = regex ? Regex.compile(fake) : null;
        if (!isRedirect(status)) {
            if (url != null) {
                throw new ConfigurationException(null, "Redirect URL not valid for this status");
            }
        } else if (url == null) {
            throw new ConfigurationException(null, "URL to redirect to is missing");
        } else if (!regex && !AliasModule.isUrl(url) && !url.startsWith("/")) {
            throw new ConfigurationException(null, "Redirect to non-URL");
        }
        return new Mapping(fake, pattern, url, null, status);
    }

    private static void add(DirectiveUse use, Mapping mapping) {
        if (use.enclosingPath() == null && use.place() != org.brood.conf.Place.HTACCESS) {
            use.update(AliasSettings.SERVER, lists -> lists.withRedirect(mapping));
        } else {
            use.update(AliasSettings.DIRECTORY, place -> place.withRedirect(mapping));
        }
    }
}
