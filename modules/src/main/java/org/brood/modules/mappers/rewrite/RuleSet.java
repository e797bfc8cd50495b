package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.brood.api.LogLevel;
import org.jspecify.annotations.Nullable;

/**
 * Applies a list of rules, one after the other, as their flags say:
 *
 * <pre>
 *   no match      the next one, behind those that are chained to it (C)
 *   match         F, G, R with a status: the end with that status
 *                 PT, L, END, P: no further rule       N: again from the first
 *                 S=n: n rules are left out            else the next one
 * </pre>
 */
final class RuleSet {
    private static final int LONGEST = 16_380;

    /** What came of it. */
    enum Outcome {
        UNCHANGED,
        /** Rewritten; what is sent to clients is escaped. */
        CHANGED,
        /** Rewritten, to be left as it is (NE). */
        CHANGED_VERBATIM,
        /** The request ends with the run's status. */
        STATUS
    }

    private final List<Rule> rules;
    private final Run run;
    private final OneRule one;
    private Outcome outcome = Outcome.UNCHANGED;
    private @Nullable Rule last;
    private boolean passThrough;
    private boolean ended;

    RuleSet(List<Rule> rules, Map<String, RewriteMap> maps, Run run) {
        this.rules = rules;
        this.run = run;
        this.one = new OneRule(run, maps);
    }

    /** The last rule that substituted something. */
    @Nullable
    Rule last() {
        return last;
    }

    /** Whether other modules shall map the result (PT). */
    boolean passThrough() {
        return passThrough;
    }

    /** Whether no rule may be applied to this request any more (END). */
    boolean ended() {
        return ended;
    }

    Outcome apply() throws IOException {
        int round = 1;
        int i = 0;
        while (i >= 0 && i < rules.size()) {
            Rule rule = rules.get(i);
            if (isSkipped(rule)) {
                i++;
                continue;
            }
            if (!one.apply(rule)) {
                i = behindChain(i);
                continue;
            }
            if (isEnd(rule)) {
                return Outcome.STATUS;
            }
            note(rule);
            i = next(rule, i);
            if (i == 0 && ++round >= rule.mostRounds()) {
                return tooMany(rule);
            }
        }
        return outcome;
    }

    private boolean isSkipped(Rule rule) {
        return run.exchange().parent() != null && (rule.is(Flag.NO_SUBREQUEST) || rule.is(Flag.REDIRECT));
    }

    private int behindChain(int from) {
        int i = from;
        while (i < rules.size() && rules.get(i).is(Flag.CHAIN)) {
            i++;
        }
        return i + 1;
    }

    private boolean isEnd(Rule rule) {
        if (run.filename().length() > LONGEST) {
            run.exchange()
                    .log("rewrite")
                    .log(
                            LogLevel.ERROR,
                            "",
                            "RewriteRule '" + rule.pattern().source() + "' and URI '"
                                    + run.resource().uri() + "' exceeded maximum length (" + LONGEST + ")");
            run.status(500);
            return true;
        }
        return one.failed() || rule.is(Flag.STATUS);
    }

    private void note(Rule rule) {
        if (!rule.is(Flag.NO_SUBSTITUTION)) {
            last = rule;
            outcome = rule.is(Flag.NO_ESCAPE) ? Outcome.CHANGED_VERBATIM : Outcome.CHANGED;
        }
        if (rule.is(Flag.PASS_THROUGH)) {
            passThrough = true;
            outcome = Outcome.CHANGED;
        }
        ended |= rule.is(Flag.END);
    }

    /** @return the next rule's index, 0 to begin again, negative to stop */
    private static int next(Rule rule, int at) {
        if (rule.is(Flag.PASS_THROUGH) || rule.is(Flag.END) || rule.is(Flag.PROXY) || rule.is(Flag.LAST)) {
            return -1;
        }
        return rule.is(Flag.NEXT) ? 0 : at + 1 + rule.skip();
    }

    private Outcome tooMany(Rule rule) {
        run.exchange()
                .log("rewrite")
                .log(
                        LogLevel.ERROR,
                        "AH02596",
                        "RewriteRule '" + rule.pattern().source() + "' and URI '"
                                + run.resource().uri() + "' exceeded maximum number of rounds (" + rule.mostRounds()
                                + ") via the [N] flag");
        run.status(500);
        return Outcome.STATUS;
    }
}
