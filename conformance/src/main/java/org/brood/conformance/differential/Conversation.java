package org.brood.conformance.differential;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;
import org.brood.conformance.differential.Case.Block;
import org.brood.conformance.differential.Case.Pace;

/**
 * Holds one case's conversation with one server and writes down what was said. A server that announced no close is asked
 * for one by closing the client's side; whatever it still sends then belongs to the record.
 */
final class Conversation {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Connection connection;
    private final List<String> record = new ArrayList<>();
    private boolean over;

    private Conversation(Connection connection) {
        this.connection = connection;
    }

    /** The record, one line an entry, with what changes from run to run already masked. */
    static List<String> hold(String address, int port, Case conversation) {
        try (Connection connection = Connection.open(address, port)) {
            connection.patience(PATIENCE);
            Conversation talk = new Conversation(connection);
            talk.run(conversation.blocks());
            return List.copyOf(talk.record);
        } catch (IOException e) {
            return List.of("(" + e.getMessage() + ")");
        }
    }

    private void run(List<Block> blocks) {
        try {
            int next = 0;
            while (next < blocks.size() && !over) {
                int end = next + 1;
                while (end < blocks.size() && blocks.get(end).pace() == Pace.WITH_PREVIOUS) {
                    end++;
                }
                send(blocks.subList(next, end));
                boolean bodyFollows = end < blocks.size() && blocks.get(end).pace() == Pace.AFTER_INTERIM;
                answers(blocks.subList(next, end), bodyFollows);
                next = end;
            }
            ending();
        } catch (SocketTimeoutException e) {
            record.add("(silence for " + PATIENCE.toSeconds() + " s)");
        } catch (IOException e) {
            record.add("(" + e.getMessage() + ")");
        }
    }

    private void send(List<Block> blocks) throws IOException {
        StringBuilder octets = new StringBuilder();
        blocks.forEach(block -> octets.append(block.octets()));
        connection.send(octets.toString());
        if (blocks.getLast().halfClose()) {
            connection.halfClose();
        }
    }

    private void answers(List<Block> blocks, boolean untilInterim) throws IOException {
        for (Block block : blocks) {
            boolean interim = true;
            while (interim && !over) {
                Optional<Answer> answer = connection.answers().read(block.head());
                over = answer.isEmpty()
                        || answer.get().lastOnConnection() && !answer.get().interim();
                answer.ifPresent(each -> record.addAll(Transcript.of(each, block.toScript())));
                interim = answer.isPresent() && answer.get().interim() && !untilInterim;
            }
        }
    }

    private void ending() throws IOException {
        if (over) {
            remainder();
            record.add("(closed by the server)");
        } else {
            connection.halfClose();
            remainder();
            record.add("(kept open)");
        }
    }

    private void remainder() throws IOException {
        String more = new String(connection.rest(), StandardCharsets.ISO_8859_1);
        if (!more.isEmpty()) {
            record.add("(more bytes) " + Escapes.visible(more));
        }
    }
}
