package org.brood.modules.generators.autoindex;

import java.util.Locale;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.jspecify.annotations.Nullable;

/** IndexOptions: words that are on or off, and words with values. */
final class IndexOptions {
    private static final int ICON_WIDTH = 20;
    private static final int ICON_HEIGHT = 22;
    private static final int TEXT_WIDTH = 23;

    private IndexOptions() {}

    static DirectiveSpec spec() {
        return IndexDirectives.spec(
                "IndexOptions",
                Arguments.ANY,
                "[+|-]option [[+|-]option] ...",
                "one or more index options [+|-][]",
                IndexOptions::apply);
    }

    private static void apply(DirectiveUse use) throws ConfigurationException {
        IndexSettings settings = use.settings(IndexSettings.KEY);
        OptionState options = settings.options();
        Looks looks = settings.looks();
        boolean none = options.said() && options.plain().isEmpty();
        for (String argument : use.arguments()) {
            char sign = argument.startsWith("+") || argument.startsWith("-") ? argument.charAt(0) : 0;
            String word = sign == 0 ? argument : argument.substring(1);
            IndexOption option = IndexOption.of(word);
            if (option != null) {
                options = changed(options, option, sign);
            } else if (word.equalsIgnoreCase("None")) {
                if (sign != 0) {
                    throw new ConfigurationException(null, "Cannot combine '+' or '-' with 'None' keyword");
                }
                none = true;
                options = OptionState.NONE;
            } else {
                looks = value(looks, word, sign);
            }
        }
        if (none && !options.plain().isEmpty()) {
            throw new ConfigurationException(null, "Cannot combine other IndexOptions keywords with 'None'");
        }
        OptionState all = options;
        Looks sized = looks;
        use.update(IndexSettings.KEY, index -> index.withOptions(all).withLooks(sized));
    }

    private static OptionState changed(OptionState options, IndexOption option, char sign) {
        return switch (sign) {
            case '+' -> options.withAdded(option);
            case '-' -> options.withRemoved(option);
            default -> options.withPlain(option);
        };
    }

    private static Looks value(Looks looks, String word, char sign) throws ConfigurationException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        String value = equals < 0 ? null : word.substring(equals + 1);
        if (value != null && sign == '-' && !name.equalsIgnoreCase("Type") && !name.equalsIgnoreCase("Charset")) {
            throw new ConfigurationException(null, "Cannot combine '-' with " + name + "=n");
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "iconwidth" -> looks.withSizes(size(value, sign == '-' ? 0 : ICON_WIDTH), null, null, null);
            case "iconheight" -> looks.withSizes(null, size(value, sign == '-' ? 0 : ICON_HEIGHT), null, null);
            case "namewidth" -> looks.withSizes(null, null, width(value, sign, "NameWidth", 5), null);
            case "descriptionwidth" -> looks.withSizes(null, null, null, width(value, sign, "DescriptionWidth", 12));
            case "type" -> looks.with(Looks.Text.TYPE, value == null ? "" : value);
            case "charset" -> looks.with(Looks.Text.CHARSET, value == null ? "" : value);
            case "useolddateformat" -> looks.with(Looks.Text.DATE_FORMAT, "%d-%b-%Y %H:%M");
            default -> throw new ConfigurationException(null, "Invalid directory indexing option");
        };
    }

    private static int size(@Nullable String value, int standard) {
        return value == null ? standard : number(value);
    }

    private static int width(@Nullable String value, char sign, String name, int least) throws ConfigurationException {
        if (value == null) {
            if (sign != '-') {
                throw new ConfigurationException(null, name + " with no value may only appear as '-" + name + "'");
            }
            return TEXT_WIDTH;
        }
        if (value.startsWith("*")) {
            return Looks.FITTING;
        }
        int width = number(value);
        if (width != 0 && width < least) {
            throw new ConfigurationException(null, name + " value must be greater than " + least);
        }
        return width;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}.*") ? Integer.parseInt(text.replaceAll("\\D.*", "")) : 0;
    }
}
