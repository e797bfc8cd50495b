package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.brood.api.Exchange;
import org.brood.api.FileStatus;
import org.brood.api.LogLevel;
import org.brood.conf.expr.Backreferences;
import org.brood.conf.expr.ExpressionFailure;
import org.brood.modules.mappers.rewrite.Condition.Mark;

/** Whether the conditions of a rule hold: all of them, where those that are chained by OR count as one. */
final class Conditions {
    private static final int EXECUTABLE = 0111;

    private final Run run;
    private final Map<String, RewriteMap> maps;

    Conditions(Run run, Map<String, RewriteMap> maps) {
        this.run = run;
        this.maps = maps;
    }

    /** Headers that decided are added to Vary when all hold. */
    boolean hold(List<Condition> conditions) throws IOException {
        List<String> varies = new ArrayList<>();
        int i = 0;
        while (i < conditions.size()) {
            Condition condition = conditions.get(i);
            boolean holds = holds(condition);
            boolean more = condition.marks().contains(Mark.OR_NEXT) && i + 1 < conditions.size();
            if (!holds && !more) {
                return false;
            }
            if (holds) {
                varies.addAll(run.varies());
                while (i + 1 < conditions.size() && conditions.get(i).marks().contains(Mark.OR_NEXT)) {
                    i++;
                }
            }
            run.varies().clear();
            i++;
        }
        for (String header : varies) {
            run.exchange().response().headers().merge("Vary", header);
        }
        return true;
    }

    private boolean holds(Condition condition) throws IOException {
        String input =
                condition.test() instanceof Test.Holds ? "" : new Expansion(run, maps, null).of(condition.input());
        boolean found = test(condition, input);
        boolean holds = found != condition.negated();
        if (condition.marks().contains(Mark.NO_VARY)) {
            run.varies().clear();
        }
        run.trace(
                LogLevel.TRACE4,
                "RewriteCond: input='" + input + "' pattern='" + condition.text() + "'"
                        + (condition.marks().contains(Mark.NO_CASE) ? " [NC]" : "") + " => "
                        + (holds ? "matched" : "not-matched"));
        return holds;
    }

    private boolean test(Condition condition, String input) throws IOException {
        return switch (condition.test()) {
            case Test.Matches regex -> matches(regex, input, condition.negated());
            case Test.Holds expression -> expression(expression, condition.negated());
            case Test.OfFile(Test.FileFact fact) -> ofFile(fact, input);
            case Test.Text(Test.Relation relation, String than, boolean caseBlind) ->
                relation.holds(caseBlind ? input.compareToIgnoreCase(than) : compare(input, than));
            case Test.Number(Test.Relation relation, int than) ->
                relation.holds(Integer.compare(Test.integer(input), than));
        };
    }

    private boolean matches(Test.Matches regex, String input, boolean negated) {
        MatchResult match = regex.pattern().find(input);
        if (match != null && !negated) {
            Backreferences kept = new Backreferences();
            kept.keep(match);
            run.conditionMatched(kept);
        }
        return match != null;
    }

    private boolean expression(Test.Holds test, boolean negated) {
        Backreferences kept = new Backreferences();
        try {
            boolean holds = test.expression().holds(run.exchange().expressions(), kept);
            if (holds && !negated) {
                run.conditionMatched(kept);
            }
            return holds;
        } catch (ExpressionFailure failure) {
            run.trace(LogLevel.TRACE1, "RewriteCond: expr evaluation failed: " + failure.getMessage());
            return false;
        }
    }

    /** The longer text is the greater. */
    private static int compare(String a, String b) {
        return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
    }

    private boolean ofFile(Test.FileFact fact, String name) throws IOException {
        Exchange exchange = run.exchange();
        FileStatus status = fact == Test.FileFact.LINK
                ? exchange.files().linkStatus(name)
                : exchange.files().status(name);
        return switch (fact) {
            case FILE -> status.isFile();
            case NOT_EMPTY -> status.isFile() && status.size() > 0;
            case LINK -> status.kind() == FileStatus.Kind.SYMBOLIC_LINK;
            case DIRECTORY -> status.isDirectory();
            case EXECUTABLE -> (status.mode() & EXECUTABLE) != 0;
            case REACHABLE_URL, REACHABLE_FILE -> reachable(fact, name, status);
        };
    }

    private boolean reachable(Test.FileFact fact, String name, FileStatus status) throws IOException {
        if (name.isEmpty() || run.exchange().parent() != null) {
            return false;
        }
        return fact == Test.FileFact.REACHABLE_FILE
                ? status.exists()
                : run.exchange().lookup(name).response().status() < 400;
    }
}
