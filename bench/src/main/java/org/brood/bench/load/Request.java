package org.brood.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client asks for.
 *
 * @param paths asked for in turn
 * @param headers besides Host, in this order
 * @param status the expected answer
 */
public record Request(List<String> paths, Map<String, String> headers, int status) {
    public Request {
        paths = List.copyOf(paths);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Request get(String path) {
        return new Request(List.of(path), Map.of(), 200);
    }

    public Request expecting(int other) {
        return new Request(paths, headers, other);
    }

    public Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(paths, more, status);
    }

    /** The first of its paths alone. */
    public Request first() {
        return new Request(List.of(paths.getFirst()), headers, status);
    }

    /** One request per path, as bytes on the wire. */
    List<byte[]> wire() {
        List<byte[]> all = new ArrayList<>();
        for (String path : paths) {
            StringBuilder head = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            all.add(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        }
        return all;
    }
}
