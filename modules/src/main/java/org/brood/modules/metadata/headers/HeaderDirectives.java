package org.brood.modules.metadata.headers;

import java.util.ArrayList;
import java.util.List;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;
import org.brood.conf.OverrideClass;
import org.brood.modules.metadata.headers.HeaderSettings.Table;
import org.brood.modules.text.Words;

/** Header and RequestHeader: {@code [always] action name [value [replacement]] [early|env=...|expr=...]}. */
final class HeaderDirectives {

    private HeaderDirectives() {}

    static List<DirectiveSpec> all() {
        return List.of(
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "Header",
                        Arguments.RAW,
                        "[onsuccess|always] add|append|echo|edit|edit*|merge|set|setifempty|unset|note header"
                                + " [[expr=]value [replacement] [early|env=[!]varname|expr=expression]]",
                        "",
                        "an optional condition, an action, header and value followed by optional env clause",
                        use -> apply(use, Table.ANSWER)),
                DirectiveSpec.anywhere(
                        OverrideClass.FILE_INFO,
                        "RequestHeader",
                        Arguments.RAW,
                        "add|append|edit|edit*|merge|set|setifempty|unset header"
                                + " [[expr=]value [replacement] [early|env=[!]varname|expr=expression]]",
                        "",
                        "an action, header and value followed by optional env clause",
                        use -> apply(use, Table.REQUEST)));
    }

    private static void apply(DirectiveUse use, Table standard) throws ConfigurationException {
        List<String> words = new ArrayList<>(Words.of(use.argument(0)));
        Table table = standard;
        if (table == Table.ANSWER && !words.isEmpty()) {
            boolean always = words.getFirst().equalsIgnoreCase("always");
            if (always || words.getFirst().equalsIgnoreCase("onsuccess")) {
                words.removeFirst();
                table = always ? Table.ALWAYS : Table.ANSWER;
            }
        }
        if (words.size() > 5) {
            throw new ConfigurationException(null, use.name() + " has too many arguments");
        }
        Edit edit = new EditReader(use, table, words).read();
        Table chosen = table;
        use.update(HeaderSettings.KEY, headers -> headers.with(chosen, edit));
    }
}
