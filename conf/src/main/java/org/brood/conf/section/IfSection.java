package org.brood.conf.section;

import org.brood.conf.Settings;
import org.brood.conf.SourceLine;
import org.brood.conf.expr.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code <If>}, {@code <ElseIf>}, {@code <Else>}.
 *
 * @param condition null for {@code <Else>}
 * @param isContinued whether it belongs to the one before: {@code <ElseIf>} and {@code <Else>}
 * @param settings what was said inside, not merged with anything
 */
public record IfSection(@Nullable Condition condition, boolean isContinued, Settings settings, SourceLine source) {}
