package org.brood.modules.aaa.authz_host;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.auth.AuthorizationProvider;
import org.brood.api.auth.Outcome;
import org.brood.api.auth.Requirement;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveUse;
import org.brood.conf.expr.TextExpression;
import org.brood.modules.text.AddressRange;
import org.brood.modules.text.Expressions;
import org.brood.modules.text.HostNames;
import org.brood.modules.text.Words;

/** mod_authz_host. */
public final class AuthzHostModule implements Module {

    /** The requirements by their words. */
    private enum Provider implements AuthorizationProvider {
        IP("ip") {
            @Override
            public Requirement read(DirectiveUse use, String arguments) throws ConfigurationException {
                return ip(arguments);
            }
        },
        HOST("host") {
            @Override
            public Requirement read(DirectiveUse use, String arguments) throws ConfigurationException {
                TextExpression names = names(use, arguments);
                return exchange -> host(exchange, names, arguments);
            }
        },
        FORWARD_DNS("forward-dns") {
            @Override
            public Requirement read(DirectiveUse use, String arguments) throws ConfigurationException {
                TextExpression names = names(use, arguments);
                return exchange -> forwardDns(exchange, names);
            }
        },
        LOCAL("local") {
            @Override
            public Requirement read(DirectiveUse use, String arguments) throws ConfigurationException {
                if (!arguments.isEmpty()) {
                    throw new ConfigurationException(null, "'require local' does not take arguments");
                }
                return AuthzHostModule::local;
            }
        };

        private final String word;

        Provider(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    @Override
    public String name() {
        return "authz_host_module";
    }

    @Override
    public String source() {
        return "mod_authz_host.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    /** For mod_authz_core. */
    public static List<AuthorizationProvider> providers() {
        return List.of(Provider.values());
    }

    @Override
    public void register(Hooks hooks) {
        // It only offers requirements.
    }

    private static TextExpression names(DirectiveUse use, String arguments) throws ConfigurationException {
        return Expressions.text(use, arguments, "Cannot parse expression in require line: ");
    }

    private static Requirement ip(String arguments) throws ConfigurationException {
        List<AddressRange> subnets = new ArrayList<>();
        for (String word : Words.of(arguments)) {
            subnets.add(AddressRange.parse(word)
                    .orElseThrow(
                            () -> new ConfigurationException(null, "ip address '" + word + "' appears to be invalid")));
        }
        if (subnets.isEmpty()) {
            throw new ConfigurationException(null, "'require ip' requires an argument");
        }
        return exchange -> {
            String address = exchange.client().address();
            return outcome(subnets.stream().anyMatch(subnet -> subnet.contains(address)));
        };
    }

    private static Outcome host(Exchange exchange, TextExpression names, String line) {
        String host = HostNames.proved(exchange);
        if (host == null) {
            exchange.log("authz_host").log(
                    LogLevel.ERROR,
                    "AH01753",
                    "access check of '" + line + "' to "
                            + exchange.resource().uri()
                            + " failed, reason: unable to get the remote host name");
            return Outcome.DENIED;
        }
        return outcome(beforeComment(Expressions.value(names, exchange)).stream()
                .anyMatch(domain -> HostNames.inDomain(domain, host)));
    }

    private static Outcome forwardDns(Exchange exchange, TextExpression names) {
        exchange.neverReplay();
        String address = exchange.client().address();
        return outcome(beforeComment(Expressions.value(names, exchange)).stream()
                .anyMatch(name -> HostNames.hasAddress(name, address)));
    }

    private static List<String> beforeComment(String names) {
        int comment = names.indexOf('#');
        return Words.of(comment < 0 ? names : names.substring(0, comment));
    }

    private static Outcome local(Exchange exchange) {
        String address = exchange.client().address();
        boolean loopback = address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
        return outcome(loopback || address.equals(exchange.client().localAddress()));
    }

    private static Outcome outcome(boolean granted) {
        return granted ? Outcome.GRANTED : Outcome.DENIED;
    }
}
