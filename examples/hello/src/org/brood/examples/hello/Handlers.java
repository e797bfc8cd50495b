package org.brood.examples.hello;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.brood.api.Body;
import org.brood.api.Exchange;
import org.brood.api.FileStatus;
import org.brood.api.Verdict;

/** Each runs on a thread that is its own until it returns. Several run at once, so they keep nothing in fields. */
final class Handlers {
    private static final int MOST_MILLIS = 10_000;

    private Handlers() {}

    /** Known whole: the server adds Content-Length, and cuts it to ranges when a client asks. */
    static Verdict hello(Exchange exchange) {
        String name = exchange.resource().query();
        String text = exchange.settings(HelloModule.GREETING) + ", " + (name == null ? "world" : name) + "!\n";
        exchange.response().contentType("text/plain; charset=utf-8");
        exchange.response().body(new Body.Bytes(text.getBytes(StandardCharsets.UTF_8)));
        return Verdict.OK;
    }

    /** Streams both ways: what comes in goes out, however long it is, with no more memory than one buffer. */
    static Verdict echo(Exchange exchange) throws IOException {
        if (!exchange.request().method().equals("POST")) {
            exchange.response().errorHeaders().set("Allow", "POST");
            return Verdict.status(405);
        }
        exchange.response().contentType("application/octet-stream");
        try (InputStream in = exchange.request().body();
                OutputStream out = exchange.response().stream()) {
            in.transferTo(out);
        }
        return Verdict.OK;
    }

    /** The file that the request maps to, to be saved: the kernel sends it, and this method has long returned. */
    static Verdict download(Exchange exchange) {
        FileStatus status = exchange.resource().status();
        String name = exchange.resource().filename();
        if (name == null || !status.isFile()) {
            return Verdict.status(404);
        }
        exchange.response().headers().set("Content-Disposition", "attachment");
        exchange.response().body(new Body.FileRange(Path.of(name), status, 0, status.size()));
        return Verdict.OK;
    }

    /** Waits as a database makes one wait: {@code /sleep50} for 50 ms. */
    static Verdict sleep(Exchange exchange) throws IOException {
        String digits = exchange.resource().uri().replaceAll("[^0-9]", "");
        if (digits.isEmpty() || digits.length() > 5) {
            return Verdict.status(404);
        }
        try {
            Thread.sleep(Math.min(MOST_MILLIS, Integer.parseInt(digits)));
        } catch (InterruptedException ending) {
            throw new InterruptedIOException("the child ends");
        }
        exchange.response().contentType("text/plain");
        exchange.response().body(new Body.Bytes("slept\n".getBytes(StandardCharsets.US_ASCII)));
        return Verdict.OK;
    }
}
