package org.brood.conf.expr;

import java.util.Locale;
import java.util.Map;
import org.brood.conf.ConfigurationException;
import org.brood.conf.match.Subnet;

/** Finds what the names in an expression mean. */
final class WordFactory {
    private static final Map<String, String> HEADERS = Map.of(
            "HTTP_USER_AGENT", "User-Agent",
            "HTTP_PROXY_CONNECTION", "Proxy-Connection",
            "HTTP_REFERER", "Referer",
            "HTTP_COOKIE", "Cookie",
            "HTTP_FORWARDED", "Forwarded",
            "HTTP_HOST", "Host",
            "HTTP_ACCEPT", "Accept");

    private final ExpressionRules rules;

    WordFactory(ExpressionRules rules) {
        this.rules = rules;
    }

    Word variable(String name) throws ConfigurationException {
        String upper = name.toUpperCase(Locale.ROOT);
        TimeVariable time = TimeVariable.named(upper);
        if (time != null) {
            return new Word.Time(time);
        }
        String header = HEADERS.get(upper);
        if (header != null) {
            return new Word.RequestHeader(header);
        }
        if (!rules.vocabulary().variables().contains(upper)) {
            throw new ConfigurationException(null, "Variable '" + name + "' does not exist");
        }
        return new Word.Variable(upper);
    }

    Word function(String name, Word argument) throws ConfigurationException {
        CoreFunction core = CoreFunction.named(name);
        if (core != null) {
            if (rules.files() != FileAccess.FULL && core.readsFiles()) {
                throw new ConfigurationException(null, core.word() + " not available in restricted context");
            }
            return new Word.Call(core, argument);
        }
        StringFunction foreign = rules.vocabulary().functions().get(name.toLowerCase(Locale.ROOT));
        if (foreign == null) {
            throw new ConfigurationException(null, "Function '" + name + "' does not exist");
        }
        return new Word.ForeignCall(foreign, argument);
    }

    ListFunction listFunction(String name) throws ConfigurationException {
        ListFunction function = rules.vocabulary().listFunctions().get(name.toLowerCase(Locale.ROOT));
        if (function == null) {
            throw new ConfigurationException(null, "List-returning function '" + name + "' does not exist");
        }
        return function;
    }

    Clause unary(String letter, Word operand) throws ConfigurationException {
        if (letter.equals("R")) {
            return new Clause.ClientIn(subnet("R", operand));
        }
        UnaryOperator operator = UnaryOperator.of(letter);
        if (operator == null) {
            throw new ConfigurationException(null, "Unary operator '-" + letter + "' does not exist");
        }
        if (rules.files() == FileAccess.NONE && operator.looksAtFiles()) {
            throw new ConfigurationException(null, "-" + letter + " not available in restricted context");
        }
        return new Clause.Unary(operator, operand);
    }

    Clause binary(String name, Word left, Word right) throws ConfigurationException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("ipmatch")) {
            return new Clause.AddressIn(left, subnet(lower, right));
        }
        for (WildcardOperator operator : WildcardOperator.values()) {
            if (operator.name().equalsIgnoreCase(name)) {
                return new Clause.LikeWildcard(left, operator, right);
            }
        }
        throw new ConfigurationException(null, "Binary operator '-" + name + "' does not exist");
    }

    private static Subnet subnet(String operator, Word word) throws ConfigurationException {
        if (!(word instanceof Word.Literal literal)) {
            throw new ConfigurationException(null, "-" + operator + " requires subnet/netmask as constant argument");
        }
        return Subnet.parse(literal.text())
                .orElseThrow(() -> new ConfigurationException(null, "parsing of subnet/netmask failed"));
    }
}
