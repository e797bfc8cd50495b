package org.brood.modules.metadata.headers;

import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Headers;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;

/**
 * mod_headers. Request fields change in the last fixup, fields of the answer just before its head is made; what is marked
 * early changes when the request is read. On an error page only the fields that stay whatever happens are changed.
 */
public final class HeadersModule implements Module {

    @Override
    public String name() {
        return "headers_module";
    }

    @Override
    public String source() {
        return "mod_headers.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return HeaderDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.postReadRequest(Position.FIRST, HeadersModule::early);
        hooks.fixups(Position.LAST, exchange -> request(exchange, false));
        hooks.beforeResponse(Position.LAST, HeadersModule::answer);
    }

    private static Verdict early(Exchange exchange) {
        HeaderSettings settings = exchange.settings(HeaderSettings.KEY);
        apply(settings.always(), exchange, exchange.response().errorHeaders(), true);
        apply(settings.answer(), exchange, exchange.response().headers(), true);
        return request(exchange, true);
    }

    /** The request's fields are only asked for when there is something to do: that keeps answers replayable. */
    private static Verdict request(Exchange exchange, boolean early) {
        List<Edit> edits = exchange.settings(HeaderSettings.KEY).request();
        boolean any = edits.stream().anyMatch(edit -> edit.early() == early);
        if (any) {
            apply(edits, exchange, exchange.request().headers(), early);
        }
        return Verdict.DECLINED;
    }

    private static Verdict answer(Exchange exchange) {
        HeaderSettings settings = exchange.settings(HeaderSettings.KEY);
        apply(settings.always(), exchange, exchange.response().errorHeaders(), false);
        if (!exchange.response().isErrorPage()) {
            apply(settings.answer(), exchange, exchange.response().headers(), false);
        }
        return Verdict.DECLINED;
    }

    private static void apply(List<Edit> edits, Exchange exchange, Headers headers, boolean early) {
        for (Edit edit : edits) {
            if (edit.early() == early && edit.condition().test(exchange)) {
                edit.apply(exchange, headers);
            }
        }
    }
}
