package org.brood.mpm.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Clients that ask without a pause, on connections that they use for a while, leave without a word, or leave with an answer
 * still on its way. An answer to a question that was never asked, or a broken one, is wrong; an end instead of an answer
 * is not, because a child may be told to finish.
 */
final class Load {
    private final int port;
    private final String command;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Set<Client> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Load(int port, int clients, String command) {
        this.port = port;
        this.command = command;
        for (int i = 0; i < clients; i++) {
            int number = i;
            threads.add(Thread.ofPlatform().daemon(true).start(() -> ask(number)));
        }
    }

    private void ask(int number) {
        Random random = new Random(number);
        for (int i = 0; !ended; i++) {
            try (Client client = new Client(port)) {
                open.add(client);
                if (ended) {
                    return; // end() may have looked before
                }
                visit(client, random, number + "." + i);
            } catch (IOException refused) {
                if (!ended) {
                    Thread.onSpinWait(); // the child has finished and its listener is gone, or the queue is full
                }
            }
        }
    }

    private void visit(Client client, Random random, String name) throws IOException {
        int requests = random.nextInt(6);
        for (int i = 0; i < requests; i++) {
            String question = random.nextInt(3) == 0 ? command : name + "." + i;
            String answer = client.ask(question);
            if (answer.equals("<end>")) {
                return;
            }
            if (!answer.equals(question)) {
                wrong.add(question + " -> " + answer);
            }
        }
        open.remove(client);
        switch (random.nextInt(4)) {
            case 0 -> client.send(command + "\n");
            case 1 -> client.send("half");
            case 2 -> client.abort();
            default -> client.leave();
        }
    }

    List<String> wrong() {
        return wrong;
    }

    /** No further connections; those that nobody answers are given up. */
    void end() throws InterruptedException, IOException {
        ended = true;
        for (Client client : open) {
            client.leave();
        }
        for (Thread thread : threads) {
            thread.join(RunningChild.PATIENCE);
        }
    }
}
