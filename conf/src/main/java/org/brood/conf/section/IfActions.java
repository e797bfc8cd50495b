package org.brood.conf.section;

import java.util.List;
import org.brood.conf.ConfigurationException;
import org.brood.conf.ContainerUse;
import org.brood.conf.Settings;
import org.brood.conf.expr.Condition;
import org.brood.conf.expr.ExpressionRules;
import org.jspecify.annotations.Nullable;

/** What {@code <If>}, {@code <ElseIf>} and {@code <Else>} do. */
public final class IfActions {
    /** What directives inside are told about their place, so that they notice that they are in a section. */
    private static final String PATH = "*If";

    private IfActions() {}

    public static void ifSection(ContainerUse use) throws ConfigurationException {
        add(use, "<If>", condition(use, "<If>"), false);
    }

    public static void elseIf(ContainerUse use) throws ConfigurationException {
        add(use, "<ElseIf>", condition(use, "<ElseIf>"), true);
    }

    public static void elseSection(ContainerUse use) throws ConfigurationException {
        SectionActions.refuseLimits(use, "<Else>");
        if (!use.arguments().isEmpty()) {
            throw new ConfigurationException(use.source(), "<Else> does not take an argument");
        }
        add(use, "<Else>", null, true);
    }

    private static Condition condition(ContainerUse use, String name) throws ConfigurationException {
        SectionActions.refuseLimits(use, name);
        try {
            return Condition.parse(use.argument(0), ExpressionRules.of(use));
        } catch (ConfigurationException mistake) {
            throw new ConfigurationException(use.source(), "Cannot parse condition clause: " + mistake.getMessage());
        }
    }

    private static void add(ContainerUse use, String name, @Nullable Condition condition, boolean continued)
            throws ConfigurationException {
        Settings inside = use.collectChildren(PATH);
        List<IfSection> before = use.settings(Conditions.KEY);
        if (continued && (before.isEmpty() || before.getLast().condition() == null)) {
            throw new ConfigurationException(
                    use.source(), "<Else> or <ElseIf> section without previous <If> or <ElseIf> section in same scope");
        }
        IfSection section = new IfSection(condition, continued, inside, use.source());
        use.update(Conditions.KEY, list -> Sections.with(list, section));
        if (use.arguments().size() > 1) {
            throw new ConfigurationException(use.source(), "Multiple " + name + " arguments not supported.");
        }
    }
}
