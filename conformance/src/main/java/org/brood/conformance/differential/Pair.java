package org.brood.conformance.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brood.conformance.server.Checkout;
import org.brood.conformance.server.FreePorts;
import org.brood.conformance.server.Mpm;
import org.brood.conformance.server.Product;
import org.brood.conformance.server.RunningServer;
import org.brood.conformance.server.Setup;
import org.brood.conformance.server.Site;

/**
 * Two servers with the same configuration and the same documents, on the same port of two loopback addresses, so that not
 * even a redirect need differ.
 */
public final class Pair implements AutoCloseable {

    private static final String LEFT = "127.0.0.11";
    private static final String RIGHT = "127.0.0.12";
    private static final int TRIES = 5;
    private static final List<String> MODULES = List.of(
            "authz_core",
            "authz_host",
            "dir",
            "mime",
            "alias",
            "autoindex",
            "headers",
            "expires",
            "setenvif",
            "env",
            "deflate",
            "status",
            "reqtimeout");

    private final DocumentTree documents;
    private final RunningServer left;
    private final RunningServer right;
    private final IntendedDifferences intended;

    private Pair(DocumentTree documents, RunningServer left, RunningServer right, IntendedDifferences intended) {
        this.documents = documents;
        this.left = left;
        this.right = right;
        this.intended = intended;
    }

    /** Starts both; differences are intended only between different products. */
    public static Pair start(Product left, Product right, Mpm mpm) {
        DocumentTree documents = DocumentTree.copy(Checkout.cases().resolve("site"));
        int port = FreePorts.take(1).getFirst();
        RunningServer first = server(left, mpm, LEFT, port, documents);
        try {
            RunningServer second = server(right, mpm, RIGHT, port, documents);
            return new Pair(documents, first, second, intended(left, right));
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private static IntendedDifferences intended(Product left, Product right) {
        return left.name().equals(right.name())
                ? IntendedDifferences.none()
                : IntendedDifferences.read(Checkout.cases().resolve("intended-differences"));
    }

    private static RunningServer server(Product product, Mpm mpm, String address, int port, DocumentTree documents) {
        Site site = Setup.of(product, mpm).address(address).port(port).site();
        List<String> modules = new ArrayList<>(MODULES);
        modules.add(mpm.threaded() ? "cgid" : "cgi");
        site.configure(product.load(mpm, modules)
                + configuration().replace("@docs@", documents.folder().toString()));
        return site.start();
    }

    private static String configuration() {
        try {
            String user =
                    Files.isWritable(Path.of("/proc/sys/kernel/hostname")) ? "User www-data\nGroup www-data\n" : "";
            return user + Files.readString(Checkout.cases().resolve("httpd.conf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks both. A difference is believed when it shows every time: a clock may tick between two answers, and whether a
     * script's answer has a length or is chunked depends on whether the script has ended when its first bytes are read.
     */
    public Comparison compare(Case conversation) {
        Comparison comparison = ask(conversation);
        for (int again = 1; again < TRIES && !comparison.equal(); again++) {
            comparison = ask(conversation);
        }
        return comparison;
    }

    private Comparison ask(Case conversation) {
        return new Comparison(conversation, said(left, conversation), said(right, conversation));
    }

    private List<String> said(RunningServer server, Case conversation) {
        Site site = server.site();
        List<String> record = Conversation.hold(site.address(), site.port(), conversation).stream()
                .map(line -> line.replace(site.address(), "ADDRESS"))
                .toList();
        return intended.without(conversation.name(), record);
    }

    /** Names of intended differences that no case has shown so far. */
    public List<String> unseenIntentions() {
        return intended.unused().stream().map(IntendedDifferences.Rule::name).toList();
    }

    public int intentions() {
        return intended.rules().size();
    }

    @Override
    public void close() {
        left.expect(".");
        right.expect(".");
        try {
            left.close();
        } finally {
            right.close();
            documents.delete();
        }
    }
}
