package org.brood.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.brood.api.Module;
import org.brood.conf.ModuleSpec;
import org.brood.conf.read.ConfigurationReader;
import org.brood.conf.read.ResolvedConfiguration;
import org.brood.conf.tree.ReaderOptions;
import org.brood.mpm.spi.ChildContext;
import org.brood.mpm.spi.ChildContext.BoundListener;
import org.brood.mpm.spi.Mpm;
import org.brood.mpm.spi.MpmSettings;
import org.brood.mpm.spi.Orders;
import org.brood.posix.Descriptors;
import org.brood.posix.InetEndpoint;
import org.brood.posix.Poll;
import org.brood.posix.SocketOption;
import org.brood.posix.Sockets;
import org.brood.scoreboard.BoardShape;
import org.brood.scoreboard.Scoreboard;
import org.brood.server.core.CoreModule;

/** A child loop with the real server on a thread of this process. */
final class RunningServer implements AutoCloseable {
    private final Descriptors.Pair control = Sockets.pair();
    private final int listener = Sockets.socket(Sockets.AF_INET);
    private final int port;
    private final Thread thread;
    private final Path root;

    RunningServer(Mpm mpm, Path root, String configuration, List<Module> more) throws Exception {
        this.root = root;
        SocketOption.REUSE_ADDRESS.enable(listener);
        Sockets.bind(listener, InetEndpoint.of("127.0.0.1", 0));
        Sockets.listen(listener, 511);
        Descriptors.nonBlocking(listener, true);
        port = Sockets.localEndpoint(listener).port();
        List<Module> modules = new ArrayList<>(more);
        modules.add(new CoreModule());
        int log = org.brood.posix.Files.openToAppend(root.resolve("error_log").toString(), 0600);
        ConfigurationReader reader = reader(modules, configuration);
        ResolvedConfiguration resolved = reader.resolve(root.resolve("httpd.conf"));
        ServerChild server = ServerChild.of(
                resolved,
                reader.apply(resolved),
                modules,
                Map.of(),
                log,
                List.of(Sockets.localEndpoint(listener)),
                "test");
        Scoreboard board = Scoreboard.create(new BoardShape(4, 64, 1), Arena.ofShared());
        MpmSettings settings = new MpmSettings(4, 64, 4, 16, 4, 1, 1, 250, 0, 2, 1, 1, 0, 0);
        ChildContext context = new ChildContext(
                0,
                0,
                List.of(new BoundListener(Descriptors.dup(listener), 0)),
                control.reading(),
                settings,
                board.child(0),
                server.connections(),
                server::stop,
                (level, id, text) -> System.err.println(level + " " + id + " " + text));
        server.initialize();
        thread = Thread.ofPlatform()
                .daemon()
                .name("child")
                .start(() -> mpm.child(context).run());
        byte[] ready = new byte[1];
        if (!Poll.readable(control.writing(), 30_000)
                || Descriptors.read(control.writing(), ready, 0, 1) != 1
                || ready[0] != Orders.READY) {
            throw new IllegalStateException("the child is not ready");
        }
    }

    private ConfigurationReader reader(List<Module> modules, String text) throws IOException {
        Path file = root.resolve("httpd.conf");
        Files.writeString(file, text);
        List<ModuleSpec> specs = modules.stream()
                .map(module -> new ModuleSpec(module.source(), module.name(), true, module.directives()))
                .toList();
        ReaderOptions options = ReaderOptions.of(root, "2.4.66", (id, warning) -> System.err.println(warning));
        return new ConfigurationReader(specs, options);
    }

    int port() {
        return port;
    }

    String errorLog() throws IOException {
        return Files.readString(root.resolve("error_log"));
    }

    /** Sends these bytes, and reads until the server closes. */
    String exchange(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return readAll(socket.getInputStream());
        }
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        in.transferTo(all);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        Descriptors.write(control.writing(), new byte[] {Orders.STOP}, 0, 1);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !thread.isAlive());
        Sockets.close(listener);
        Sockets.close(control.writing());
        Sockets.close(control.reading());
    }
}
