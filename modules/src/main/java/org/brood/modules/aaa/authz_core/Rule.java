package org.brood.modules.aaa.authz_core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Log;
import org.brood.api.LogLevel;
import org.brood.api.auth.Outcome;
import org.brood.api.auth.Requirement;
import org.brood.conf.MethodLimit;

/**
 * A tree of requirements. In an all-group the first denial decides, in an any-group the first grant; who has no opinion is
 * passed over. A denial for want of a user gives way to a plain one only where a user could not change the result. What is
 * negated denies where it would grant, and has no opinion where it would deny.
 */
sealed interface Rule {

    boolean negated();

    /** Whether it speaks of this method at all. */
    boolean includes(String method);

    /** As httpd's messages show it. */
    String text();

    Outcome own(Exchange exchange) throws IOException;

    /** @param insideAll whether it stands in an all-group */
    default Outcome check(Exchange exchange, boolean insideAll) throws IOException {
        Log log = exchange.log("authz_core");
        if (!includes(exchange.request().method())) {
            Outcome outcome = insideAll ? Outcome.GRANTED : Outcome.NEUTRAL;
            if (log.enabled(LogLevel.DEBUG)) {
                log.log(LogLevel.DEBUG, "AH01625", say(outcome) + " (directive limited to other methods)");
            }
            return outcome;
        }
        Outcome outcome = own(exchange);
        if (negated()) {
            outcome = switch (outcome) {
                case GRANTED -> Outcome.DENIED;
                case DENIED, DENIED_NO_USER, NEUTRAL -> Outcome.NEUTRAL;
                case ERROR -> Outcome.ERROR;
            };
        }
        if (log.enabled(LogLevel.DEBUG)) {
            log.log(LogLevel.DEBUG, "AH01626", say(outcome));
        }
        return outcome;
    }

    private String say(Outcome outcome) {
        return "authorization result of " + text() + ": "
                + switch (outcome) {
                    case DENIED -> "denied";
                    case GRANTED -> "granted";
                    case DENIED_NO_USER -> "denied (no authenticated user yet)";
                    case NEUTRAL, ERROR -> "neutral";
                };
    }

    /** One Require line. */
    record Line(String name, String arguments, Requirement requirement, MethodLimit methods, boolean negated)
            implements Rule {

        @Override
        public boolean includes(String method) {
            return methods.includes(method);
        }

        @Override
        public String text() {
            return "Require " + (negated ? "not " : "") + name + " " + arguments;
        }

        @Override
        public Outcome own(Exchange exchange) throws IOException {
            return requirement.check(exchange);
        }
    }

    /**
     * Several rules.
     *
     * @param all whether every one must be met
     * @param merged whether AuthMerging made it
     */
    record Group(boolean all, boolean negated, boolean merged, List<Rule> children) implements Rule {

        Group with(List<Rule> more) {
            List<Rule> joined = new ArrayList<>(children);
            joined.addAll(more);
            return new Group(all, negated, merged, List.copyOf(joined));
        }

        @Override
        public boolean includes(String method) {
            for (Rule child : children) {
                if (child.includes(method)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String text() {
            String word = all ? negated ? "NotAll" : "All" : negated ? "None" : "Any";
            return merged ? "AuthMerging " + word : "<Require" + word + ">";
        }

        @Override
        public Outcome own(Exchange exchange) throws IOException {
            Outcome decisive = all ? Outcome.DENIED : Outcome.GRANTED;
            Outcome result = Outcome.NEUTRAL;
            for (Rule child : children) {
                Outcome outcome = child.check(exchange, all);
                if (outcome == Outcome.ERROR || outcome == decisive) {
                    return outcome;
                }
                boolean needsUser = outcome == Outcome.DENIED_NO_USER && result != Outcome.NEUTRAL;
                if (outcome != Outcome.NEUTRAL && (needsUser || result == Outcome.NEUTRAL)) {
                    result = outcome;
                }
            }
            return result;
        }
    }
}
