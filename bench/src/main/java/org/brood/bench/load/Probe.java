package org.brood.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Asks for every path of a request once, by the JDK's own client, and describes the answers. */
public final class Probe {
    private Probe() {}

    /** @param hash SHA-256 of the body, hexadecimal */
    public record Answer(int status, long length, String hash) {
        public static Answer of(int status, byte[] body) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
                return new Answer(status, body.length, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String toString() {
            return "status " + status + ", " + length + " bytes, hash " + hash.substring(0, 8);
        }
    }

    public static List<Answer> ask(int port, Request request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            List<Answer> answers = new ArrayList<>();
            for (String path : request.paths()) {
                HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(60));
                request.headers().forEach((name, value) -> {
                    if (!"Connection".equalsIgnoreCase(name)) {
                        asked.header(name, value);
                    }
                });
                HttpResponse<byte[]> response = client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
                answers.add(Answer.of(response.statusCode(), response.body()));
            }
            return answers;
        }
    }
}
