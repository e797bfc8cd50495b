package org.brood.bench.server;

import java.nio.file.Path;

/**
 * All that an instance is made of.
 *
 * @param directory its own, empty; configuration, logs and pid file go there
 * @param port free on 127.0.0.1
 * @param answer what a server that cannot think answers to every request
 */
public record Setup(Path directory, Site site, int port, Sizing sizing, CannedAnswer answer) {
    Path pidFile() {
        return directory.resolve("server.pid");
    }

    Path errorLog() {
        return directory.resolve("error.log");
    }
}
