package org.brood.conformance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;
import org.brood.conformance.server.RunningServer;

/**
 * Clients that ask without pause until stopped, some on kept-alive connections and some on a new one each time.
 *
 * <p>What counts as lost: a refused connection, a reset, silence, an answer cut short or not the expected one, and a close
 * without an answer on a new connection. A clean close of a kept-alive connection between two requests is no loss: a client
 * asks again on a new one (RFC 9112, section 9.3.1), and so does this one.
 */
final class Load {

    private final RunningServer server;
    private final String path;
    private final String expected;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private Load(RunningServer server, String path) throws IOException {
        this.server = server;
        this.path = path;
        this.expected = server.get(path).text();
    }

    static Load on(RunningServer server, int keptAlive, int fresh) throws IOException {
        Load load = new Load(server, "/index.html");
        for (int i = 0; i < keptAlive; i++) {
            load.clients.add(Thread.ofVirtual().start(load::keepAsking));
        }
        for (int i = 0; i < fresh; i++) {
            load.clients.add(Thread.ofVirtual().start(load::askAnew));
        }
        return load;
    }

    long answered() {
        return answered.get();
    }

    /** Stops the clients and tells what was lost, in words. */
    List<String> stop() throws InterruptedException {
        over = true;
        for (Thread client : clients) {
            client.join();
        }
        return List.copyOf(lost);
    }

    private void askAnew() {
        while (!over) {
            try {
                check(server.get(path));
            } catch (IOException e) {
                lost.add("new connection: " + words(e));
            }
        }
    }

    private void keepAsking() {
        while (!over) {
            try (Connection connection = server.connect()) {
                boolean open = true;
                for (int asked = 0; open && !over; asked++) {
                    connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                    Optional<Answer> answer = connection.answers().read(false);
                    if (answer.isEmpty() && asked == 0) {
                        lost.add("new connection closed without an answer");
                    }
                    answer.ifPresent(this::check);
                    open = answer.isPresent() && !answer.get().lastOnConnection();
                }
            } catch (IOException e) {
                lost.add("kept-alive connection: " + words(e));
            }
        }
    }

    private void check(Answer answer) {
        if (answer.status() != 200 || !answer.whole() || !answer.text().equals(expected)) {
            lost.add("wrong answer: " + answer.statusLine() + " " + answer.text());
        } else {
            answered.incrementAndGet();
        }
    }

    private static String words(IOException e) {
        return switch (e) {
            case ConnectException refused -> "refused: " + refused.getMessage();
            case SocketTimeoutException silent -> "silence: " + silent.getMessage();
            case SocketException reset -> "reset: " + reset.getMessage();
            default -> e.toString();
        };
    }
}
