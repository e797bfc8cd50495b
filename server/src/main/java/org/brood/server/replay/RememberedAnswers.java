package org.brood.server.replay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.brood.protocol.http1.BodyFraming;
import org.brood.protocol.http1.RequestHead;
import org.brood.server.request.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one listener's hosts gave, by method, target and host. Reading takes no lock: the table is an array of
 * short immutable chains that writers replace. Writers share a lock; they are rare.
 *
 * <p>Bounded by bytes and by number; the oldest go first. An answer whose causes no longer hold is dropped when it is asked for.
 */
public final class RememberedAnswers {
    /** How long what was seen of a file is taken for granted: 10 ms, so that a change shows at once to a human. */
    private static final long GRACE_NANOS = 10_000_000L;

    private static final int BUCKETS = 2048;
    private static final int MOST_ENTRIES = 1024;
    private static final int MOST_VARIANTS = 8;
    private static final int MOST_BYTES = 6 << 20;

    private record Link(RememberedAnswer answer, @Nullable Link next) {}

    private final AtomicReferenceArray<@Nullable Link> buckets = new AtomicReferenceArray<>(BUCKETS);
    private final Deque<RememberedAnswer> order = new ArrayDeque<>();
    private final ReentrantLock writing = new ReentrantLock();
    private int bytes;

    /** Whether a request is of the kind whose answers are remembered. */
    public static boolean asks(RequestHead head) {
        return switch (head.method()) {
            case GET, HEAD -> head.framing() == BodyFraming.NONE && !head.continueExpected() && !head.http09();
            default -> false;
        };
    }

    /** The answer to this request, if it is remembered and its causes hold. */
    public @Nullable RememberedAnswer find(RequestHead head, long nowNanos) {
        if (!asks(head)) {
            return null;
        }
        int hash = RememberedAnswer.hash(head);
        for (Link link = buckets.get(hash >>> 21); link != null; link = link.next) {
            RememberedAnswer answer = link.answer;
            if (answer.answers(head, hash)) {
                if (answer.holds(nowNanos, GRACE_NANOS)) {
                    return answer;
                }
                drop(answer);
                return null;
            }
        }
        return null;
    }

    /** Keeps an answer; the caller has checked that all of its causes are known. */
    public void remember(
            RequestHead head,
            HttpExchange exchange,
            RememberedAnswer.Rendered rendered,
            RememberedAnswer.Content content,
            long nowNanos) {
        RememberedAnswer answer = new RememberedAnswer(head, exchange, rendered, content, nowNanos);
        writing.lock();
        try {
            int bucket = answer.hash() >>> 21;
            Link chain = buckets.get(bucket);
            if (variants(chain, answer) >= MOST_VARIANTS || alreadyThere(chain, head, answer.hash())) {
                answer.forget();
                return;
            }
            buckets.set(bucket, new Link(answer, chain));
            order.addLast(answer);
            bytes += answer.weight();
            while (bytes > MOST_BYTES || order.size() > MOST_ENTRIES) {
                remove(order.getFirst());
            }
        } finally {
            writing.unlock();
        }
    }

    private static boolean alreadyThere(@Nullable Link chain, RequestHead head, int hash) {
        for (Link link = chain; link != null; link = link.next) {
            if (link.answer.answers(head, hash)) {
                return true;
            }
        }
        return false;
    }

    private static int variants(@Nullable Link chain, RememberedAnswer answer) {
        int count = 0;
        for (Link link = chain; link != null; link = link.next) {
            count += link.answer.sameQuestion(answer) ? 1 : 0;
        }
        return count;
    }

    private void drop(RememberedAnswer answer) {
        writing.lock();
        try {
            remove(answer);
        } finally {
            writing.unlock();
        }
    }

    private void remove(RememberedAnswer answer) {
        if (!order.removeFirstOccurrence(answer)) {
            return;
        }
        int bucket = answer.hash() >>> 21;
        @Nullable Link rest = null;
        for (Link link = buckets.get(bucket); link != null; link = link.next) {
            if (link.answer != answer) {
                rest = new Link(link.answer, rest);
            }
        }
        buckets.set(bucket, rest);
        bytes -= answer.weight();
        answer.forget();
    }
}
