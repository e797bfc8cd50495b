package org.brood.supervisor;

import java.nio.charset.StandardCharsets;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.mpm.spi.Orders;
import org.brood.posix.Poll;
import org.brood.posix.PollSet;
import org.brood.posix.Processes;
import org.brood.posix.SocketAddressBuffer;
import org.brood.posix.Sockets;
import org.brood.supervisor.child.Inheritance;

/**
 * Main of a child in these tests: answers {@code generation pid configuration} to each line and closes. The line says more:
 * {@code slow} answers after 1.5 s, {@code exit N} ends the process, {@code doomed} ends it as fatal at the next order,
 * {@code last} answers and finishes by itself.
 * The configuration {@code fatal} ends as fatal at once, {@code deaf} obeys no order, {@code late} is not ready for a while.
 */
public final class TestChild {
    private final Inheritance inheritance;
    private final String configuration;
    private final SocketAddressBuffer peer = new SocketAddressBuffer();
    private boolean finishing;

    private TestChild(Inheritance inheritance) {
        this.inheritance = inheritance;
        this.configuration = new String(inheritance.handOver().configuration(), StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Inheritance inheritance = Inheritance.take(arguments[0], arguments[1]);
        inheritance.accept();
        inheritance.assumeIdentity();
        new TestChild(inheritance).serve();
    }

    private void serve() throws InterruptedException {
        if (configuration.contains("fatal")) {
            System.exit(15);
        }
        if (configuration.contains("unready")) {
            Thread.sleep(600_000); // what it stands for: a child that still gets itself ready
        }
        if (configuration.contains("late")) {
            Thread.sleep(1500); // what it stands for: a busy machine
        }
        say(Orders.READY);
        while (!finishing) {
            PollSet set = new PollSet(8);
            set.add(inheritance.controlPipe(), Poll.IN);
            for (BoundListener listener : inheritance.listeners()) {
                set.add(listener.socket(), Poll.IN);
            }
            set.wait(-1);
            if (set.events(0) != 0) {
                obey();
            } else {
                for (int i = 1; i < set.size(); i++) {
                    accept(set.fd(i));
                }
            }
        }
    }

    private void say(byte word) {
        Sockets.send(inheritance.controlPipe(), new byte[] {word}, 0, 1, 0);
    }

    private void obey() throws InterruptedException {
        byte[] order = new byte[1];
        int count = Sockets.recv(inheritance.controlPipe(), order, 0, 1);
        if (configuration.contains("deaf")) {
            Thread.sleep(600_000); // what it stands for: a child that is stuck
        }
        if (count == 1 && order[0] == Orders.STOP) {
            System.exit(0);
        }
        finishing = true;
    }

    private void accept(int listener) throws InterruptedException {
        int socket = Sockets.accept(listener, peer);
        if (socket < 0) {
            return;
        }
        byte[] line = new byte[100];
        Poll.readable(socket, 20_000);
        int count = Sockets.recv(socket, line, 0, line.length);
        if (count > 0) {
            answer(socket, new String(line, 0, count, StandardCharsets.US_ASCII).strip());
        }
        Sockets.close(socket);
    }

    private void answer(int socket, String line) throws InterruptedException {
        if (line.equals("slow")) {
            Thread.sleep(1500); // what it stands for: a request that takes its time
        } else if (line.startsWith("exit ")) {
            System.exit(Integer.parseInt(line.substring(5)));
        } else if (line.equals("doomed")) {
            Poll.readable(inheritance.controlPipe(), 20_000);
            System.exit(15);
        } else if (line.equals("last")) {
            finishing = true;
            say(Orders.QUIESCING);
        }
        byte[] text = (inheritance.handOver().generation() + " " + Processes.pid() + " " + configuration + "\n")
                .getBytes(StandardCharsets.UTF_8);
        Sockets.send(socket, text, 0, text.length, 0);
    }
}
