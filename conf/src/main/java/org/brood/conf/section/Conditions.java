package org.brood.conf.section;

import java.util.List;
import java.util.function.Consumer;
import org.brood.conf.Settings;
import org.brood.conf.SettingsKey;
import org.brood.conf.expr.Condition;
import org.brood.conf.expr.ExpressionContext;
import org.brood.conf.expr.ExpressionFailure;

/**
 * The last step of merging: {@code <If>} chains, wherever they stand, gathered by the merging of the places that hold
 * them. Those inside an {@code <If>} that holds are decided after all on its own level.
 */
public final class Conditions {
    /** {@code <If>}, {@code <ElseIf>} and {@code <Else>} of a place. */
    public static final SettingsKey<List<IfSection>> KEY =
            SettingsKey.directory("core:conditions", List.of(), Sections::joined);

    private Conditions() {}

    /**
     * @param failures told the reason if a condition cannot be evaluated, which counts as not holding (AH00039)
     */
    public static Settings apply(Settings base, ExpressionContext context, Consumer<String> failures) {
        Settings settings = base;
        List<IfSection> chain = base.get(KEY);
        while (!chain.isEmpty()) {
            Settings holding = holding(chain, context, failures);
            settings = settings.overlaidBy(holding);
            chain = holding.get(KEY);
        }
        return settings;
    }

    private static Settings holding(List<IfSection> sections, ExpressionContext context, Consumer<String> failures) {
        Settings merged = Settings.EMPTY;
        boolean decided = false;
        for (IfSection section : sections) {
            if (section.isContinued() && decided) {
                continue;
            }
            Condition condition = section.condition();
            boolean holds = condition == null || holds(condition, context, failures);
            decided = holds && condition != null;
            if (holds) {
                merged = merged.overlaidBy(section.settings());
            }
        }
        return merged;
    }

    private static boolean holds(Condition condition, ExpressionContext context, Consumer<String> failures) {
        try {
            return condition.holds(context);
        } catch (ExpressionFailure failure) {
            failures.accept(String.valueOf(failure.getMessage()));
            return false;
        }
    }
}
