package org.brood.conformance.server;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.brood.conformance.client.Answer;
import org.brood.conformance.client.Connection;

/**
 * A server that answers. Closing it stops it and insists on what every stop must leave behind: nothing. No process, no pid
 * file, a port that can be bound, and no line in the error log that the test did not announce by {@link #expect}.
 */
public final class RunningServer implements AutoCloseable {

    private final Site site;
    private final long pid;
    private final List<Pattern> expected = new ArrayList<>();
    private final List<Long> everSeen = new ArrayList<>();

    private RunningServer(Site site, long pid) {
        this.site = site;
        this.pid = pid;
    }

    static RunningServer attach(Site site) {
        Wait.until("a pid file", () -> site.pid().isPresent());
        RunningServer server = new RunningServer(site, site.pid().orElseThrow());
        Wait.until("an answer", server::answers);
        server.expect("AH00558"); // no fully qualified name: a matter of the machine, not of the server
        server.children();
        return server;
    }

    public Site site() {
        return site;
    }

    public long pid() {
        return pid;
    }

    /** Announces a line of level warn or worse. */
    public RunningServer expect(String regex) {
        expected.add(Pattern.compile(regex));
        return this;
    }

    /** Living children of the parent, oldest first; helpers such as a CGI daemon or a piped log are among them. */
    public List<Long> children() {
        List<Long> now = ProcessTable.childrenOf(pid);
        everSeen.addAll(now);
        return now;
    }

    public Connection connect() throws IOException {
        return Connection.open(site.address(), site.port());
    }

    public Answer get(String path) throws IOException {
        try (Connection connection = connect()) {
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .answer();
        }
    }

    public StatusPage status() {
        try {
            return StatusPage.parse(get("/server-status?auto").text());
        } catch (IOException e) {
            throw new IllegalStateException("no status page: " + e.getMessage(), e);
        }
    }

    /** How many restarts the server has had, as its status page says; -1 while there is none to read. */
    public int generation() {
        try {
            return StatusPage.parse(get("/server-status?auto").text()).number("ParentServerMPMGeneration");
        } catch (IOException e) {
            return -1;
        }
    }

    public boolean answers() {
        try {
            return get("/").status() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends a signal to the parent, by its name without SIG. */
    public void signal(String name) {
        signal(name, pid);
    }

    public void signal(String name, long process) {
        Command.run(site.root(), List.of("/bin/kill", "-" + name, Long.toString(process)));
    }

    public boolean alive() {
        return ProcessTable.alive(pid);
    }

    /** Sends TERM, waits until parent, children and pid file are gone, and checks the rest as the class says. */
    @Override
    public void close() {
        children();
        if (alive()) {
            signal("TERM");
        }
        try {
            Wait.until(Duration.ofSeconds(30), "the end of " + pid, () -> !alive());
            gone();
            List<String> alarms = site.errorLog().unexpected(expected);
            if (!alarms.isEmpty()) {
                throw new AssertionError("the error log holds unexpected lines:\n" + String.join("\n", alarms));
            }
            site.delete();
        } finally {
            everSeen.stream().filter(ProcessTable::alive).forEach(each -> signal("KILL", each));
        }
    }

    /** Waits until neither process nor port nor pid file is left. */
    public void gone() {
        Wait.until(
                Duration.ofSeconds(15),
                "the end of every child",
                () -> everSeen.stream().noneMatch(ProcessTable::alive));
        Wait.until("a free port", () -> FreePorts.isFree(site.address(), site.port()));
        Wait.until("a removed pid file", () -> site.pid().isEmpty());
    }
}
