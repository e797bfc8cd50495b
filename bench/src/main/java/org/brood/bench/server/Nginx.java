package org.brood.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * nginx at its best for this work: no access log, no line for what is not found, open files cached, connections kept for ever; small files written, not sent by
 * sendfile, which with the corking of tcp_nopush costs half as much again for a kilobyte; large ones by sendfile.
 */
public record Nginx() implements Server {
    private static final String PROGRAM = "nginx";
    private static final Template CONFIGURATION = new Template("""
            daemon off;
            @USER@
            worker_processes @CHILDREN@;
            worker_rlimit_nofile @FILES@;
            pid @PID@;
            error_log @LOG@ warn;
            events { worker_connections @CONNECTIONS@; use epoll; }
            http {
              access_log off;
              log_not_found off;
              server_tokens off;
              types { text/html html; }
              default_type application/octet-stream;
              sendfile off;
              tcp_nopush off;
              tcp_nodelay on;
              keepalive_timeout 600s;
              keepalive_requests 1000000000;
              open_file_cache max=1000 inactive=600s;
              open_file_cache_valid 60s;
              open_file_cache_errors on;
              client_body_temp_path @HOME@/body;
              proxy_temp_path @HOME@/proxy;
              fastcgi_temp_path @HOME@/fastcgi;
              uwsgi_temp_path @HOME@/uwsgi;
              scgi_temp_path @HOME@/scgi;
              server {
                listen 127.0.0.1:@PORT@ backlog=4096;
                root @DOCUMENTS@;
                index index.html;
                location /large/ { sendfile on; }
                location /list/ { autoindex on; }
              }
            }
            """);

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public Optional<String> missing() {
        return Programs.find(PROGRAM).isPresent() ? Optional.empty() : Optional.of("nginx is not installed");
    }

    @Override
    public Optional<String> unfit(Sizing sizing, Need need) {
        return switch (need) {
            case FILES, LISTING, SUPERVISION -> Optional.empty();
            case SCRIPTS -> Optional.of("has no CGI");
            case BLOCKING_HANDLER -> Optional.of("has no such handler");
        };
    }

    @Override
    public Optional<String> restartSignal() {
        return Optional.of("HUP");
    }

    @Override
    public List<String> prepare(Setup setup) throws IOException {
        Files.writeString(setup.directory().resolve("nginx.conf"), configuration(setup));
        String home = setup.directory().toString();
        return List.of(Programs.path(PROGRAM), "-p", home, "-c", home + "/nginx.conf", "-e", home + "/error.log");
    }

    static String configuration(Setup setup) {
        return CONFIGURATION.fill(Map.of(
                "USER", Programs.superuser() ? "user " + Programs.SERVICE_USER + ";" : "",
                "CHILDREN", setup.sizing().children(),
                "FILES", Programs.openFiles(),
                "PID", setup.pidFile(),
                "LOG", setup.errorLog(),
                "CONNECTIONS",
                        Math.min(Programs.openFiles() - 100, setup.sizing().connectionsPerChild()),
                "HOME", setup.directory(),
                "PORT", setup.port(),
                "DOCUMENTS", setup.site().documents()));
    }
}
