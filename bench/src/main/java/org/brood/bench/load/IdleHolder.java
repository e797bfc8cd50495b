package org.brood.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that opens connections, has one request answered on each, and keeps them until its standard input ends. A process
 * of its own, because a process may not have open as many files as there are connections to hold.
 * Arguments: port, count, source address. Prints {@code ready}, or what went wrong.
 */
public final class IdleHolder {
    private static final int ANSWER_MILLIS = 20_000;

    private IdleHolder() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        List<Socket> held = new ArrayList<>(count);
        byte[] request = Request.get("/1k.html").wire().getFirst();
        try {
            while (held.size() < count) {
                held.add(connect(port, arguments[2], request));
            }
            System.out.println("ready");
        } catch (IOException problem) {
            System.out.println("after " + held.size() + " connections: " + problem.getMessage());
        }
        System.out.flush();
        while (System.in.read() >= 0) {
            continue;
        }
        for (Socket socket : held) {
            socket.close();
        }
    }

    private static Socket connect(int port, String source, byte[] request) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(source, 0));
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MILLIS);
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        AnswerReader answer = new AnswerReader();
        byte[] buffer = new byte[4096];
        int got = in.read(buffer);
        while (got >= 0 && !answer.feed(buffer, got)) {
            got = in.read(buffer);
        }
        if (got < 0 || answer.status() != 200) {
            throw new IOException("not answered");
        }
        return socket;
    }
}
