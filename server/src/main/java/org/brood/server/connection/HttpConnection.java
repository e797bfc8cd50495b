package org.brood.server.connection;

import java.io.IOException;
import org.brood.mpm.spi.ConnectionTask;
import org.brood.mpm.spi.LentThread;
import org.brood.mpm.spi.NextStep;
import org.brood.posix.InetEndpoint;
import org.brood.posix.Syscall;
import org.brood.protocol.http.ProtocolViolation;
import org.brood.protocol.http1.RequestHead;
import org.brood.protocol.http1.RequestHeadParser;
import org.brood.scoreboard.WorkerStatus;
import org.brood.server.replay.RememberedAnswer;
import org.brood.server.replay.RememberedAnswers;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.x connection as an MPM runs it.
 *
 * <pre>
 *   READING ──head──► remembered? ──yes──► SENDING ──all out──► READING (next request) or LINGER
 *      │                  └─no─► needs a thread that may block ──► phases ──► SENDING
 *      └─violation, too slow──► needs such a thread as well ──► error page ──► SENDING ──► LINGER
 * </pre>
 *
 * <p>The last answer is followed by a lingering close, so that no reset overtakes it, except where there is nothing to linger for:
 * the client has said that this is its last request, and nothing came behind it.
 *
 * <p>Between two calls it holds no buffer: input that is not used yet is {@code held}, output that the socket did not take is
 * {@code answer}. One owner thread at a time, as the MPM promises.
 */
final class HttpConnection extends Peer implements ConnectionTask {
    private final Services services;
    private final Site site;
    private byte @Nullable [] held;
    private @Nullable RequestHeadParser halfRead;
    private @Nullable Answer answer;
    private @Nullable Refusal refusal;
    private long headStartNanos;
    private int keptAnswers;
    private boolean parked;

    /** A request that gets an error without being understood. */
    private record Refusal(int status, String note, String logId, String logText) {}

    HttpConnection(Services services, Site site, int socket, InetEndpoint remote, long id) {
        super(socket, remote, id);
        this.services = services;
        this.site = site;
    }

    boolean stopping() {
        return services.stopping().get();
    }

    int keptAnswers() {
        return keptAnswers;
    }

    @Override
    public boolean idle() {
        return parked && held == null && answer == null;
    }

    @Override
    public NextStep run(LentThread thread) {
        Scratch scratch = Scratch.of(thread);
        try {
            Answer sending = answer;
            if (sending != null) {
                NextStep step = go(sending, thread);
                if (step != null) {
                    return step;
                }
            }
            return serve(thread, scratch, scratch.begin(held));
        } catch (IOException gone) {
            return abandon();
        }
    }

    private NextStep abandon() {
        Answer sending = answer;
        if (sending != null) {
            sending.abandon();
            answer = null;
        }
        return NextStep.CLOSE;
    }

    private NextStep serve(LentThread thread, Scratch scratch, Input input) throws IOException {
        held = null;
        if (refusal != null) {
            return refuse(thread, scratch, input);
        }
        ConnectionRules rules = site.rules(this);
        RequestHeadParser parser = halfRead != null ? halfRead : scratch.parser(rules.http1());
        boolean unread = input.length() > 0 && !parser.halfRead();
        while (true) {
            if (!unread) {
                NextStep end = receive(input, parser, scratch, rules);
                if (end != null) {
                    return end;
                }
                if (refusal != null) {
                    return refuseWith(parser, thread, scratch, input);
                }
            }
            unread = false;
            NextStep step = parse(thread, scratch, input, parser);
            if (step != null) {
                return step;
            }
            if (!parser.halfRead()) {
                halfRead = null;
                unread = input.length() > 0;
            } else if (input.drained) {
                return awaitMore(input, parser, scratch, rules);
            }
        }
    }

    /** Reads once; the step to take when there is nothing to parse. */
    private @Nullable NextStep receive(Input input, RequestHeadParser parser, Scratch scratch, ConnectionRules rules) {
        if (input.drained && input.length() == 0 && !parser.halfRead()) {
            return park(rules);
        }
        int read = input.receive(socket());
        if (read == Syscall.WOULD_BLOCK) {
            return parser.halfRead() ? awaitMore(input, parser, scratch, rules) : park(rules);
        }
        if (read == 0) {
            return ended(parser);
        }
        if (read < 0) {
            return NextStep.CLOSE;
        }
        if (!parser.halfRead()) {
            headStartNanos = System.nanoTime();
        }
        return null;
    }

    /** The peer has ended its side: between requests an ordinary end, within the fields a bad request. */
    private @Nullable NextStep ended(RequestHeadParser parser) {
        try {
            parser.endOfInput();
            return NextStep.LINGER_BRIEFLY;
        } catch (ProtocolViolation cutShort) {
            refuseFor(cutShort);
            return null;
        }
    }

    private void refuseFor(ProtocolViolation violation) {
        var fault = violation.fault();
        refusal = new Refusal(fault.status(), fault.note(), fault.tag(), fault.sentence());
    }

    private NextStep park(ConnectionRules rules) {
        if (answered() == 0) {
            if (headStartNanos == 0) {
                headStartNanos = System.nanoTime();
            }
            return rules.awaitHead(elapsedMillis(), 0);
        }
        parked = true;
        return stopping() ? NextStep.LINGER_BRIEFLY : keepRules(rules).park();
    }

    private ConnectionRules keepRules(ConnectionRules first) {
        ConnectionRules last = lastRules();
        return last == null ? first : last;
    }

    private NextStep awaitMore(Input input, RequestHeadParser parser, Scratch scratch, ConnectionRules rules) {
        if (halfRead == null) {
            halfRead = parser;
            scratch.partWithParser();
        }
        held = input.rest();
        parked = false;
        return rules.awaitHead(elapsedMillis(), input.length());
    }

    private long elapsedMillis() {
        return (System.nanoTime() - headStartNanos) / 1_000_000L;
    }

    /** Takes one head and answers it. Null: go on reading. */
    private @Nullable NextStep parse(LentThread thread, Scratch scratch, Input input, RequestHeadParser parser)
            throws IOException {
        int taken;
        try {
            taken = parser.parse(input.buffer, input.from, input.to);
        } catch (ProtocolViolation violation) {
            refuseFor(violation);
            return refuseWith(parser, thread, scratch, input);
        }
        if (taken == RequestHeadParser.INCOMPLETE) {
            return null;
        }
        parked = false;
        RequestHead head = parser.head();
        RememberedAnswers memory = site.remembered();
        RememberedAnswer known = memory == null ? null : memory.find(head, headStartNanos);
        if (known != null) {
            Answer replay =
                    Answer.replay(this, known, head, ServedHost.of(known.original()), thread, scratch, headStartNanos);
            if (replay != null) {
                input.from += taken;
                return go(replay, thread);
            }
        }
        if (!thread.mayBlock()) {
            parser.reset();
            held = input.rest();
            return NextStep.HAND_OVER;
        }
        input.from += taken;
        return work(thread, scratch, input, head.detach());
    }

    /** Runs the phases on a thread that may block. */
    private @Nullable NextStep work(LentThread thread, Scratch scratch, Input input, RequestHead head)
            throws IOException {
        ServedHost host = site.host(this, head);
        Turn turn = new Turn(this, head, host.rules(), headStartNanos);
        Answer made = Answer.work(services, site, host, turn, thread, scratch);
        input.drained = false;
        return go(made, thread);
    }

    private NextStep refuseWith(RequestHeadParser parser, LentThread thread, Scratch scratch, Input input)
            throws IOException {
        if (halfRead == null) {
            halfRead = parser;
            scratch.partWithParser();
        }
        return refuse(thread, scratch, input);
    }

    private NextStep refuse(LentThread thread, Scratch scratch, Input input) throws IOException {
        Refusal why = refusal;
        if (why == null) {
            throw new IllegalStateException("nothing to refuse");
        }
        if (!thread.mayBlock()) {
            held = input.rest();
            return NextStep.HAND_OVER;
        }
        RequestHeadParser parser =
                halfRead != null ? halfRead : scratch.parser(site.rules(this).http1());
        RequestHead head = parser.headOver(input.buffer, input.from).detach();
        ServedHost host = site.host(this, head);
        Turn turn = new Turn(this, head, host.rules(), headStartNanos);
        turn.mustClose();
        Answer made = Answer.refuse(services, host, turn, thread, scratch, why.status, why.note);
        services.processor().logViolation(made.exchange(), why.logId, why.logText);
        refusal = null;
        halfRead = null;
        input.from = input.to;
        NextStep step = go(made, thread);
        return step == null ? NextStep.LINGER : step;
    }

    /** Sends what is left of an answer. Null when all is out and the connection goes on. */
    private @Nullable NextStep go(Answer sending, LentThread thread) {
        switch (sending.send(socket())) {
            case DONE -> {
                answer = null;
                return finished(sending, thread);
            }
            case FULL -> {
                answer = sending;
                keepInput(thread);
                return sending.rules().awaitWritable();
            }
            case TURN_OVER -> {
                answer = sending;
                if (thread.mayBlock()) {
                    return go(sending, thread);
                }
                keepInput(thread);
                return NextStep.HAND_OVER;
            }
            case BROKEN -> {
                sending.broken();
                finished(sending, thread);
                return NextStep.CLOSE;
            }
        }
        throw new IllegalStateException("no such progress");
    }

    private void keepInput(LentThread thread) {
        Input input = Scratch.of(thread).input;
        if (held == null) {
            held = input.rest();
        }
    }

    private @Nullable NextStep finished(Answer sent, LentThread thread) {
        thread.row().status(WorkerStatus.LOGGING);
        headStartNanos = sent.finished(services, thread, answered() == 0);
        answeredOne(sent.rules());
        if (!sent.keepsConnection()) {
            Input input = Scratch.of(thread).input;
            return sent.clientLeaves() && input.drained && input.length() == 0 ? NextStep.CLOSE : NextStep.LINGER;
        }
        keptAnswers++;
        return null;
    }

    @Override
    public NextStep timedOut(LentThread thread) {
        if (answer != null) {
            abandon();
            return NextStep.CLOSE;
        }
        RequestHeadParser parser = halfRead;
        if (parser == null) {
            return NextStep.LINGER_BRIEFLY;
        }
        ConnectionRules rules = site.rules(this);
        long received = held == null ? 0 : held.length;
        if (elapsedMillis() < Math.min(rules.headDeadlineMillis(received), elapsedMillis() + 1)) {
            return rules.awaitHead(elapsedMillis(), received);
        }
        if (!parser.lineRead()) {
            return NextStep.LINGER_BRIEFLY;
        }
        refusal = new Refusal(408, "", "AH01382", "Request header read timeout");
        return thread.mayBlock() ? run(thread) : NextStep.HAND_OVER;
    }

    @Override
    public void closed() {
        if (answer != null) {
            answer.abandon();
            answer = null;
        }
    }
}
