package org.brood.mpm.contract;

import java.nio.charset.StandardCharsets;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;
import org.brood.posix.Sockets;
import org.brood.posix.Syscall;
import org.jspecify.annotations.Nullable;

/**
 * A protocol of lines, as a server would write it. A line is a command, and its answer is the line itself, unless:
 *
 * <pre>
 *   block          on a thread that may block: waits for the service's gate, then answers
 *   big N          answers N bytes 'x' and a line end
 *   bye            answers and ends the connection
 *   odd            throws
 * </pre>
 */
final class LineTask implements ConnectionTask {
    private static final int BUFFER = 256;

    private final LineService service;
    private final int socket;
    private final byte[] input = new byte[BUFFER];
    private int filled;
    private byte[] output = new byte[0];
    private int sent;
    private boolean last;
    boolean answeredOnce;
    private boolean drained;
    private @Nullable String blocked;

    LineTask(LineService service, int socket) {
        this.service = service;
        this.socket = socket;
    }

    @Override
    public NextStep run(LentThread thread) {
        service.ranOn(thread);
        drained = false;
        while (true) {
            if (sent < output.length) {
                int count = Sockets.send(socket, output, sent, output.length - sent, 0);
                if (count == Syscall.WOULD_BLOCK) {
                    return service.awaitWritable();
                }
                if (count < 0) {
                    return NextStep.CLOSE;
                }
                sent += count;
                continue;
            }
            if (last) {
                return NextStep.LINGER;
            }
            NextStep step = nextLine(thread);
            if (step != null) {
                return step;
            }
        }
    }

    private @Nullable NextStep nextLine(LentThread thread) {
        String line = blocked;
        if (line == null) {
            line = takeLine();
        }
        if (line == null) {
            if (drained) {
                return filled == 0 && service.answered(this) ? service.park() : service.awaitReadable();
            }
            return read();
        }
        if (line.equals("block")) {
            if (!thread.mayBlock()) {
                blocked = line;
                return NextStep.HAND_OVER;
            }
            service.passGate();
        }
        blocked = null;
        answer(line);
        return null;
    }

    private @Nullable NextStep read() {
        int asked = BUFFER - filled;
        int count = Sockets.recv(socket, input, filled, asked);
        if (count == Syscall.WOULD_BLOCK) {
            drained = true;
            return null;
        }
        if (count <= 0) {
            return NextStep.CLOSE;
        }
        filled += count;
        drained = count < asked;
        return null;
    }

    private @Nullable String takeLine() {
        for (int i = 0; i < filled; i++) {
            if (input[i] == '\n') {
                String line = new String(input, 0, i, StandardCharsets.US_ASCII);
                System.arraycopy(input, i + 1, input, 0, filled - i - 1);
                filled -= i + 1;
                return line;
            }
        }
        return null;
    }

    private void answer(String line) {
        service.answers.incrementAndGet();
        answeredOnce = true;
        last = line.equals("bye") || service.finishing;
        if (line.equals("odd")) {
            throw new IllegalStateException("odd");
        }
        output = line.startsWith("big ")
                ? "x".repeat(Integer.parseInt(line.substring(4))).concat("\n").getBytes(StandardCharsets.US_ASCII)
                : (line + "\n").getBytes(StandardCharsets.US_ASCII);
        sent = 0;
    }

    @Override
    public NextStep timedOut(LentThread thread) {
        service.timeouts.incrementAndGet();
        return filled == 0 && answeredOnce ? NextStep.LINGER_BRIEFLY : NextStep.CLOSE;
    }

    @Override
    public boolean idle() {
        return answeredOnce && filled == 0 && sent == output.length && blocked == null;
    }

    @Override
    public void closed() {
        service.closed.incrementAndGet();
    }
}
