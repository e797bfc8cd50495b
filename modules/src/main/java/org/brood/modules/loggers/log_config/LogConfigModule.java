package org.brood.modules.loggers.log_config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.ConfigurationException;
import org.brood.conf.DirectiveSpec;
import org.brood.conf.Settings;

/**
 * mod_log_config, with mod_logio's items. A line is rendered on the thread that ends the request, into octets of its own
 * thread, and then added whole to the log's buffer (see {@link LogBuffer}).
 */
public final class LogConfigModule implements Module {
    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final ThreadLocal<Line> line = ThreadLocal.withInitial(Line::new);
    private final Map<String, LogBuffer> buffers = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor flusher = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("log flusher").factory());
    private volatile Map<LogSettings, List<Writer>> writers = new IdentityHashMap<>();

    /** A log with its format read and its buffer found. */
    private record Writer(LogSettings.Log log, Format format, LogBuffer buffer) {}

    @Override
    public String name() {
        return "log_config_module";
    }

    @Override
    public String source() {
        return "mod_log_config.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return LogDirectives.all();
    }

    @Override
    public List<String> logs(Settings server) {
        return server.get(LogSettings.KEY).effective().stream()
                .map(LogSettings.Log::target)
                .toList();
    }

    @Override
    public boolean logsRequests(Settings server) {
        return !server.get(LogSettings.KEY).effective().isEmpty();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.logTransaction(Position.MIDDLE, exchange -> log(exchange, hooks));
        hooks.childExit(() -> {
            flusher.shutdownNow();
            buffers.values().forEach(LogBuffer::flush);
        });
    }

    private Verdict log(Exchange exchange, Hooks hooks) {
        LogSettings settings = exchange.settings(LogSettings.KEY);
        List<Writer> all = writers.get(settings);
        if (all == null) {
            all = prepare(settings, hooks);
        }
        for (Writer writer : all) {
            if (writer.log().condition().test(exchange)) {
                write(writer, exchange, settings);
            }
        }
        return Verdict.DECLINED;
    }

    private void write(Writer writer, Exchange exchange, LogSettings settings) {
        Exchange original = exchange;
        for (Exchange before = exchange.previous(); before != null; before = before.previous()) {
            original = before;
        }
        Line text = line.get();
        text.clear();
        writer.format().write(text, exchange, original);
        IOException lost = writer.buffer().add(text, !settings.buffered() || flusher.isShutdown());
        if (lost != null) {
            exchange.log("log_config").log(
                    LogLevel.WARN,
                    "AH00646",
                    "Error writing to " + writer.log().target() + ", lines are lost: " + lost.getMessage());
        }
    }

    private synchronized List<Writer> prepare(LogSettings settings, Hooks hooks) {
        List<Writer> all = new ArrayList<>();
        for (LogSettings.Log log : settings.effective()) {
            LogBuffer buffer = buffers.computeIfAbsent(log.target(), target -> buffer(target, hooks));
            all.add(new Writer(log, read(settings.formatOf(log)), buffer));
        }
        Map<LogSettings, List<Writer>> more = new IdentityHashMap<>(writers);
        more.put(settings, List.copyOf(all));
        writers = more;
        return all;
    }

    private LogBuffer buffer(String target, Hooks hooks) {
        return new LogBuffer(target, hooks.log(target), () -> flushLater(target));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for a flush
    private void flushLater(String target) {
        Runnable flush = () -> {
            LogBuffer buffer = buffers.get(target);
            if (buffer != null) {
                buffer.flush();
            }
        };
        if (!flusher.isShutdown()) {
            flusher.schedule(flush, LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static Format read(String format) {
        try {
            return Format.parse(format);
        } catch (ConfigurationException e) {
            throw new IllegalStateException("a format that was read before cannot be read: " + format, e);
        }
    }
}
