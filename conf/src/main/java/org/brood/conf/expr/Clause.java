package org.brood.conf.expr;

import java.util.List;
import java.util.regex.MatchResult;
import org.brood.conf.match.Pcre;
import org.brood.conf.match.Subnet;

/** The part of an expression that holds or does not. */
sealed interface Clause {

    boolean holds(Evaluation evaluation) throws ExpressionFailure;

    record Constant(boolean value) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) {
            return value;
        }
    }

    record Not(Clause clause) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            return !clause.holds(evaluation);
        }
    }

    record All(List<Clause> clauses) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            for (Clause clause : clauses) {
                if (!clause.holds(evaluation)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Clause> clauses) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            for (Clause clause : clauses) {
                if (clause.holds(evaluation)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Compared(Word left, Comparison comparison, Word right) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            return comparison.holds(left.value(evaluation), right.value(evaluation));
        }
    }

    record InWords(Word needle, List<Word> words) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            String sought = needle.value(evaluation);
            for (Word word : words) {
                if (word.value(evaluation).equals(sought)) {
                    return true;
                }
            }
            return false;
        }
    }

    record InList(Word needle, ListFunction function, Word argument) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            String sought = needle.value(evaluation);
            return function.apply(evaluation.context(), argument.value(evaluation))
                    .contains(sought);
        }
    }

    /** A pattern without groups leaves earlier captures alone. */
    record Matches(Word word, Pcre pattern, boolean keepsGroups) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            MatchResult match = pattern.find(word.value(evaluation));
            boolean found = match != null;
            if (keepsGroups) {
                evaluation.backreferences().keep(match);
            }
            return found;
        }
    }

    record Unary(UnaryOperator operator, Word operand) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            return operator.holds(evaluation, operand.value(evaluation));
        }
    }

    /** {@code -R}: the client's address. */
    record ClientIn(Subnet subnet) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) {
            String address = evaluation.context().variable("REMOTE_ADDR");
            return address != null && subnet.contains(address);
        }
    }

    /** {@code -ipmatch}. */
    record AddressIn(Word address, Subnet subnet) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            return subnet.contains(address.value(evaluation));
        }
    }

    record LikeWildcard(Word word, WildcardOperator operator, Word pattern) implements Clause {
        @Override
        public boolean holds(Evaluation evaluation) throws ExpressionFailure {
            return operator.wildcard(pattern.value(evaluation)).matches(word.value(evaluation));
        }
    }
}
