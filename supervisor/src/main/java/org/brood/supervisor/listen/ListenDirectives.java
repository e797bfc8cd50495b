package org.brood.supervisor.listen;

import static org.brood.conf.DirectiveSpec.global;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brood.conf.Arguments;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.DirectiveUse;

/** The directives of listening sockets, as the manual pages of mpm_common and core have them. */
public final class ListenDirectives {
    private static final int SMALLEST_BUFFER = 512;

    private ListenDirectives() {}

    public static List<DirectiveSpec> all() {
        return List.of(
                global(
                        "Listen",
                        Arguments.ANY,
                        "[IP-address:]portnumber [protocol]",
                        "",
                        "A port number or a numeric IP address and a port number, and an optional protocol",
                        ListenDirectives::listen),
                global(
                        "ListenBacklog",
                        Arguments.ONE,
                        "backlog",
                        "511",
                        "Maximum length of the queue of pending connections, as used by listen(2)",
                        ListenDirectives::backlog),
                global(
                        "SendBufferSize",
                        Arguments.ONE,
                        "bytes",
                        "0",
                        "Send buffer size in bytes",
                        ListenDirectives::sendBuffer),
                global(
                        "ReceiveBufferSize",
                        Arguments.ONE,
                        "bytes",
                        "0",
                        "Receive buffer size in bytes",
                        ListenDirectives::receiveBuffer),
                global(
                        "AcceptFilter",
                        Arguments.TWO,
                        "protocol accept_filter",
                        "http data, https data",
                        "Set the Accept Filter to use for a protocol",
                        use -> use.update(
                                ListenSettings.KEY,
                                old -> old.withAcceptFilter(
                                        use.argument(0).toLowerCase(Locale.ROOT), use.argument(1)))));
    }

    private static void listen(DirectiveUse use) throws ConfigurationException {
        if (use.arguments().isEmpty() || use.arguments().size() > 2) {
            throw new ConfigurationException(use.source(), "Listen requires 1 or 2 arguments.");
        }
        Optional<String> protocol = use.arguments().size() > 1 ? Optional.of(use.argument(1)) : Optional.empty();
        ListenLine line = ListenLine.parse(use.argument(0), protocol, use.source());
        for (ListenLine earlier : use.settings(ListenSettings.KEY).lines()) {
            if (earlier.clashesWith(line)) {
                throw new ConfigurationException(use.source(), "Cannot define multiple Listeners on the same IP:port");
            }
        }
        use.update(ListenSettings.KEY, old -> old.withLine(line));
    }

    private static void backlog(DirectiveUse use) throws ConfigurationException {
        int backlog = number(use);
        if (backlog < 1) {
            throw new ConfigurationException(use.source(), "ListenBacklog must be > 0");
        }
        use.update(ListenSettings.KEY, old -> old.withBacklog(backlog));
    }

    private static void sendBuffer(DirectiveUse use) throws ConfigurationException {
        int bytes = bufferSize(use, "SendBufferSize");
        use.update(ListenSettings.KEY, old -> old.withSendBuffer(bytes));
    }

    private static void receiveBuffer(DirectiveUse use) throws ConfigurationException {
        int bytes = bufferSize(use, "ReceiveBufferSize");
        use.update(ListenSettings.KEY, old -> old.withReceiveBuffer(bytes));
    }

    private static int bufferSize(DirectiveUse use, String name) throws ConfigurationException {
        int bytes = number(use);
        if (bytes != 0 && bytes < SMALLEST_BUFFER) {
            throw new ConfigurationException(use.source(), name + " must be >= 512 bytes, or 0 for system default.");
        }
        return bytes;
    }

    /** As atoi(3) reads it: leading digits, 0 for junk. */
    private static int number(DirectiveUse use) {
        String text = use.argument(0).strip();
        int end = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        try {
            return Integer.parseInt(text.substring(0, end));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
