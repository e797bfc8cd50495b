package org.brood.modules.filters.deflate;

import java.io.OutputStream;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Headers;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.conf.DirectiveSpec;
import org.jspecify.annotations.Nullable;

/**
 * mod_deflate's DEFLATE filter. Which answers it compresses is decided in mod_deflate.c's order:
 *
 * <pre>
 *   very small · 204 · env no-gzip · Content-Range · gzip-only-text/html and another type · encoded already: as if it were not there
 *   no gzip in Accept-Encoding and no env force-gzip:  Vary
 *   else:                                              Vary, Content-Encoding, another ETag, gzip
 * </pre>
 */
public final class DeflateModule implements Module {
    /** A gzip frame, and 50 bytes for the header fields that come with it. */
    private static final int NOT_WORTH_IT = 10 + 8 + 50;

    @Override
    public String name() {
        return "deflate_module";
    }

    @Override
    public String source() {
        return "mod_deflate.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return DeflateDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.outputFilter("DEFLATE", DeflateModule::deflate);
    }

    private static OutputStream deflate(Exchange exchange, long length, OutputStream next) {
        String encoding = encoding(exchange);
        if (length >= 0 && length <= NOT_WORTH_IT || !applies(exchange) || !plain(encoding)) {
            return next;
        }
        Headers headers = exchange.response().headers();
        headers.merge("Vary", "Accept-Encoding");
        boolean forced = exchange.environment().get("force-gzip") != null;
        if (!forced && !AcceptEncoding.gzip(exchange.request().header("Accept-Encoding"))) {
            return next;
        }
        DeflateSettings settings = exchange.settings(DeflateSettings.KEY);
        if (encoding.isEmpty() || encoding.equalsIgnoreCase("identity")) {
            headers.set("Content-Encoding", "gzip");
        } else {
            headers.merge("Content-Encoding", "gzip");
        }
        exchange.resource().contentEncoding(null);
        headers.remove("Content-Length");
        headers.remove("Content-MD5");
        alterTag(headers, settings);
        return new GzipStream(exchange, settings, next);
    }

    private static boolean applies(Exchange exchange) {
        if (exchange.response().status() == 204
                || exchange.environment().get("no-gzip") != null
                || exchange.response().headers().contains("Content-Range")) {
            return false;
        }
        String type = exchange.response().contentType();
        boolean html = type != null && type.startsWith("text/html");
        return html || !"1".equals(exchange.environment().get("gzip-only-text/html"));
    }

    /** How the content is encoded by now; empty for not at all. */
    private static String encoding(Exchange exchange) {
        StringBuilder all = new StringBuilder();
        append(all, exchange.response().headers().get("Content-Encoding"));
        append(all, exchange.response().errorHeaders().get("Content-Encoding"));
        append(all, exchange.resource().contentEncoding());
        return all.toString();
    }

    private static void append(StringBuilder all, @Nullable String encoding) {
        if (encoding != null) {
            all.append(all.isEmpty() ? "" : ",").append(encoding);
        }
    }

    private static boolean plain(String encodings) {
        for (String encoding : encodings.split(",")) {
            boolean none = switch (encoding.strip()) {
                case "", "identity", "7bit", "8bit", "binary" -> true;
                default -> false;
            };
            if (!none) {
                return false;
            }
        }
        return true;
    }

    /** Two representations have two tags: {@code "tag-gzip"} (RFC 9110, section 8.8.3.3). */
    private static void alterTag(Headers headers, DeflateSettings settings) {
        switch (settings.tagChange()) {
            case NO_CHANGE -> {}
            case REMOVE -> headers.remove("ETag");
            case ADD_SUFFIX -> {
                String tag = headers.get("ETag");
                if (tag != null && tag.length() > 2 && tag.endsWith("\"")) {
                    headers.set("ETag", tag.substring(0, tag.length() - 1) + "-gzip\"");
                }
            }
        }
    }
}
