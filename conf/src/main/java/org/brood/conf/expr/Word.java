package org.brood.conf.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of an expression that has a text. */
sealed interface Word {

    String value(Evaluation evaluation) throws ExpressionFailure;

    record Literal(String text) implements Word {
        @Override
        public String value(Evaluation evaluation) {
            return text;
        }
    }

    record Backreference(int number) implements Word {
        @Override
        public String value(Evaluation evaluation) {
            return evaluation.backreferences().group(number);
        }
    }

    record Joined(List<Word> parts) implements Word {
        @Override
        public String value(Evaluation evaluation) throws ExpressionFailure {
            StringBuilder joined = new StringBuilder();
            for (Word part : parts) {
                joined.append(part.value(evaluation));
            }
            return joined.toString();
        }
    }

    /** {@code %{REQUEST_URI}}. */
    record Variable(String name) implements Word {
        @Override
        public String value(Evaluation evaluation) {
            return text(evaluation.context().variable(name));
        }
    }

    /** {@code %{HTTP_REFERER}} and {@code req('Referer')} of a constant name. */
    record RequestHeader(String name) implements Word {
        @Override
        public String value(Evaluation evaluation) {
            evaluation.vary(name);
            return text(evaluation.context().requestHeader(name));
        }
    }

    /** {@code %{TIME_HOUR}}. */
    record Time(TimeVariable variable) implements Word {
        @Override
        public String value(Evaluation evaluation) {
            return variable.of(evaluation.context().now());
        }
    }

    /** A function of the core. */
    record Call(CoreFunction function, Word argument) implements Word {
        @Override
        public String value(Evaluation evaluation) throws ExpressionFailure {
            return text(function.apply(evaluation, argument.value(evaluation)));
        }
    }

    /** A function of a module. */
    record ForeignCall(StringFunction function, Word argument) implements Word {
        @Override
        public String value(Evaluation evaluation) throws ExpressionFailure {
            return text(function.apply(evaluation.context(), argument.value(evaluation)));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
