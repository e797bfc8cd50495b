package org.brood.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.conf.read.HtaccessReader;
import org.brood.conf.read.ResolvedConfiguration;
import org.brood.conf.read.ServerConfiguration;
import org.brood.conf.section.Conditions;
import org.brood.mpm.spi.ConnectionFactory;
import org.brood.posix.InetEndpoint;
import org.brood.server.connection.Services;
import org.brood.server.connection.Site;
import org.brood.server.core.CoreServices;
import org.brood.server.core.ErrorLogs;
import org.brood.server.core.HttpHosts;
import org.brood.server.replay.FileLook;
import org.brood.server.request.HttpExchange;
import org.brood.server.request.Phases;
import org.brood.server.request.Processor;

/**
 * The server's side of a child: a configuration and its modules become connections for an MPM.
 *
 * <pre>
 *   ServerChild server = ServerChild.of(configuration, modules, logs, listeners, "slot.generation");
 *   server.initialize();                       // with the rights that the requests will have
 *   ... ChildContext(..., server.connections(), server::stop, ...)
 *   server.finish();                           // after the last request
 * </pre>
 */
public final class ServerChild {
    /** The httpd release whose behaviour is ours: what {@code <IfVersion>} compares with. */
    public static final String COMPATIBLE_WITH = "2.4.66";

    private final Phases phases;
    private final Services services;
    private final AtomicBoolean stopping;

    private ServerChild(Phases phases, Services services, AtomicBoolean stopping) {
        this.phases = phases;
        this.services = services;
        this.stopping = stopping;
    }

    /**
     * Builds everything, opens nothing.
     *
     * @param resolved where {@code configuration} came from
     * @param modules all that are in force, core's last
     * @param logs descriptors of open logs by absolute name, or {@code |command}
     * @param mainErrorLog the main server's error log
     * @param listeners where the listeners of the hand-over listen, in its order
     * @param childId the beginning of request ids
     */
    public static ServerChild of(
            ResolvedConfiguration resolved,
            ServerConfiguration configuration,
            List<? extends Module> modules,
            Map<String, Integer> logs,
            int mainErrorLog,
            List<InetEndpoint> listeners,
            String childId) {
        ErrorLogs errorLogs = new ErrorLogs(logs, mainErrorLog);
        Phases phases = Phases.of(modules, errorLogs);
        CoreServices core = new CoreServices(ServerChild::decide);
        Processor processor = new Processor(phases, core, FileLook::status, errorLogs);
        core.serves(processor);
        HtaccessReader reader = new HtaccessReader(configuration, resolved, COMPATIBLE_WITH, System.getenv());
        boolean limitsReading =
                modules.stream().anyMatch(module -> module.name().equals("reqtimeout_module"));
        HttpHosts hosts = new HttpHosts(configuration, reader, phases::log, limitsReading);
        List<Site> sites = listeners.stream().map(hosts::site).toList();
        AtomicBoolean stopping = new AtomicBoolean();
        return new ServerChild(phases, new Services(processor, sites, stopping, childId), stopping);
    }

    /** Lays the If sections that hold over an exchange's settings. */
    private static void decide(HttpExchange exchange) {
        if (!exchange.place().get(Conditions.KEY).isEmpty()) {
            Consumer<String> failures = text ->
                    exchange.log("core").log(LogLevel.ERROR, "AH00039", "Failed to evaluate <If > condition: " + text);
            exchange.place(Conditions.apply(exchange.place(), exchange.expressions(), failures));
        }
    }

    /** What the modules do once, before the first request. */
    public void initialize() {
        phases.initChild();
    }

    public ConnectionFactory connections() {
        return services.connections();
    }

    /** From now on every answer ends its connection. Any thread. */
    public void stop() {
        stopping.set(true);
    }

    /** What the modules do at the end. */
    public void finish() {
        phases.exitChild();
    }
}
