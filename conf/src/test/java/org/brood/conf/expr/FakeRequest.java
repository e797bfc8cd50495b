package org.brood.conf.expr;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request made of maps. */
public final class FakeRequest implements ExpressionContext {
    public final Map<String, String> variables = new HashMap<>();
    public final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public final Map<String, String> responseHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public final Map<String, String> environment = new HashMap<>();
    public final Map<String, String> notes = new HashMap<>();
    public final List<String> varied = new ArrayList<>();

    @Override
    public @Nullable String variable(String name) {
        return variables.get(name);
    }

    @Override
    public @Nullable String requestHeader(String name) {
        return requestHeaders.get(name);
    }

    @Override
    public @Nullable String responseHeader(String name) {
        return responseHeaders.get(name);
    }

    @Override
    public @Nullable String requestEnvironment(String name) {
        return environment.get(name);
    }

    @Override
    public @Nullable String note(String name) {
        return notes.get(name);
    }

    @Override
    public @Nullable String systemEnvironment(String name) {
        return name.equals("SYSTEM") ? "system" : null;
    }

    @Override
    public ZonedDateTime now() {
        return ZonedDateTime.of(2026, 2, 1, 3, 4, 5, 0, ZoneOffset.UTC);
    }

    @Override
    public boolean isReachableUrl(String path) {
        return path.equals("/there");
    }

    @Override
    public boolean isReachableFile(String file) {
        return file.equals("/srv/there");
    }

    @Override
    public void vary(String header) {
        varied.add(header);
    }
}
