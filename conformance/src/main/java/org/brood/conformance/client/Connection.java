package org.brood.conformance.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection to a server under test. Owned by the thread that uses it. Every read gives up after the patience given
 * (20 s unless told otherwise) with a {@link SocketTimeoutException}, so that no test waits for ever.
 */
public final class Connection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final InputStream in;
    private final AnswerReader answers;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 13);
        this.answers = new AnswerReader(in);
    }

    public static Connection open(String address, int port) throws IOException {
        return open(address, port, 0);
    }

    /** @param receiveBuffer bytes asked of the kernel, for clients that shall fill up soon; 0 leaves its default */
    public static Connection open(String address, int port, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
        return new Connection(socket);
    }

    public Connection patience(Duration patience) throws SocketException {
        socket.setSoTimeout((int) patience.toMillis());
        return this;
    }

    /** Sends the low byte of each character. */
    public Connection send(String octets) throws IOException {
        return send(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Connection send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    /** Asks for a path with HTTP/1.1 and waits for the answer. */
    public Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
    }

    /** The next answer that is not an interim one. */
    public Answer answer() throws IOException {
        Answer answer = next(false);
        return answer.interim() ? answer() : answer;
    }

    /** The next answer, interim or not. */
    public Answer next(boolean toHead) throws IOException {
        return answers.read(toHead).orElseThrow(() -> new SocketException("closed before an answer"));
    }

    public AnswerReader answers() {
        return answers;
    }

    /** No more will be sent: the server sees the end of file. */
    public Connection halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Bytes until the server closes. */
    public byte[] rest() throws IOException {
        return in.readAllBytes();
    }

    /** One byte, or -1 at the end. */
    public int read() throws IOException {
        return in.read();
    }

    /** Waits until an answer has begun, and leaves it unread. */
    public Connection begun() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        if (first < 0) {
            throw new SocketException("closed before an answer");
        }
        return this;
    }

    /** Whether the server closes without sending anything more, within the time given. */
    public boolean closedWithin(Duration time) throws IOException {
        patience(time);
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            patience(PATIENCE);
        }
    }

    /** Ends the connection by a reset instead of a FIN. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
