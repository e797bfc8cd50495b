package org.brood.bench.workload;

import static org.brood.bench.workload.Workload.Measure.OF_IDEAL_RATE;
import static org.brood.bench.workload.Workload.Measure.PER_GIGABYTE;
import static org.brood.bench.workload.Workload.Measure.PER_REQUEST;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.brood.bench.load.Request;
import org.brood.bench.server.Server.Need;
import org.brood.bench.server.Site;
import org.brood.bench.server.Sizing;
import org.brood.bench.workload.Workload.Throughput;

/** All workloads, those that share running servers next to each other. */
public final class Catalogue {
    /** Connections of a load that says nothing else. */
    private static final int CONNECTIONS = 64;

    private static final Request SMALL = Request.get("/1k.html");

    private Catalogue() {}

    public static List<Workload> all() {
        List<Workload> all = new ArrayList<>();
        all.add(files("1k", "1 KB, kept alive", true, SMALL, CONNECTIONS));
        all.add(files("browser", "1 KB, kept alive, with a browser's head", true, browser(), CONNECTIONS));
        all.add(files("close", "1 KB, a connection per request", true, SMALL.with("Connection", "close"), CONNECTIONS));
        all.add(files("304", "Not modified (304)", true, conditional(), CONNECTIONS));
        all.add(files("404", "Not found (404)", true, Request.get("/none.html").expecting(404), CONNECTIONS));
        all.add(files("files", "50 files of 2 KB in turn", true, inTurn(), CONNECTIONS));
        all.add(files("index", "A directory's index file", false, Request.get("/dir/"), CONNECTIONS));
        all.add(of("autoindex", "A generated listing of 20 files", false, Request.get("/list/"), 16, Need.LISTING));
        all.add(of("cgi", "A CGI script", false, Request.get("/cgi-bin/hello.cgi"), 8, Need.SCRIPTS));
        all.add(files("100k", "100 KB", true, Request.get("/large/100k.bin"), 16));
        all.add(large());
        all.add(files("c16", "1 KB on 16 connections", false, SMALL, 16));
        all.add(files("c256", "1 KB on 256 connections", false, SMALL, 256));
        all.add(busy());
        all.add(blocking());
        all.add(new Workload.Slow("slow", "500 slow readers of 1 MB, beside 16 active connections", false, 500));
        all.add(new Workload.Idle("idle1k", "1,000 idle connections beside 16 active", false, 1_000));
        all.add(new Workload.Idle("idle10k", "10,000 idle connections beside 16 active", true, 10_000));
        all.add(new Workload.Idle("idle50k", "50,000 idle connections beside 16 active", false, 50_000));
        all.add(new Workload.StartUp("start", "Start-up, and what an idle child weighs", true));
        all.add(new Workload.Restart("restart", "A graceful restart under full load", true, 32));
        all.add(new Workload.Recovery("recovery", "The only child is killed with -9", true));
        return List.copyOf(all);
    }

    private static Throughput files(String name, String title, boolean ordinary, Request request, int connections) {
        return of(name, title, ordinary, request, connections, Need.FILES);
    }

    private static Throughput of(
            String name, String title, boolean ordinary, Request request, int connections, Need need) {
        return new Throughput(name, title, ordinary, request, connections, sizing(connections), need, PER_REQUEST);
    }

    private static Sizing sizing(int connections) {
        return connections > CONNECTIONS ? Sizing.CROWDED : Sizing.ORDINARY;
    }

    private static Throughput large() {
        Request request = Request.get("/large/32m.bin");
        return new Throughput("32m", "32 MB", true, request, 8, Sizing.ORDINARY, Need.FILES, PER_GIGABYTE);
    }

    private static Throughput busy() {
        String title = "1 KB on 2,000 active connections";
        return new Throughput("c2000", title, true, SMALL, 2000, Sizing.BUSY, Need.FILES, PER_REQUEST);
    }

    private static Throughput blocking() {
        Request request = Request.get("/sleep50");
        String title = "A handler that blocks for 50 ms, 500 connections";
        return new Throughput(
                "blocking", title, false, request, 500, Sizing.BLOCKING, Need.BLOCKING_HANDLER, OF_IDEAL_RATE);
    }

    private static Request conditional() {
        String modified = DateTimeFormatter.RFC_1123_DATE_TIME.format(Site.MODIFIED.atZone(ZoneOffset.UTC));
        return SMALL.with("If-Modified-Since", modified.replaceFirst(", (\\d) ", ", 0$1 "))
                .expecting(304);
    }

    private static Request inTurn() {
        List<String> paths =
                IntStream.range(0, Site.SMALL_FILES).mapToObj(Site::smallFile).toList();
        return new Request(paths, Map.of(), 200);
    }

    /** About 650 bytes, as a current browser sends them to a site with two cookies. */
    private static Request browser() {
        return SMALL.with("Connection", "keep-alive")
                .with("Cache-Control", "max-age=0")
                .with("sec-ch-ua", "\"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"")
                .with("sec-ch-ua-mobile", "?0")
                .with("sec-ch-ua-platform", "\"Linux\"")
                .with("Upgrade-Insecure-Requests", "1")
                .with(
                        "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0")
                .with("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8")
                .with("Sec-Fetch-Site", "none")
                .with("Sec-Fetch-Mode", "navigate")
                .with("Sec-Fetch-Dest", "document")
                .with("Accept-Encoding", "gzip, deflate, br, zstd")
                .with("Accept-Language", "en-GB,en;q=0.9")
                .with("Cookie", "session=6f1c2d9a");
    }
}
