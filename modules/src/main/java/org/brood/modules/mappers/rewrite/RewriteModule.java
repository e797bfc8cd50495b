package org.brood.modules.mappers.rewrite;

import java.io.IOException;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;

/**
 * mod_rewrite. A server's rules work on the path before it is mapped to a file; a place's rules work in the fixups on the file
 * that was found, below that place, and what they make is asked for again by an internal redirect.
 */
public final class RewriteModule implements Module {
    private static final String REDIRECT_HANDLER = "redirect-handler";

    @Override
    public String name() {
        return "rewrite_module";
    }

    @Override
    public String source() {
        return "mod_rewrite.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        return RewriteDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.translateName(Position.FIRST, exchange -> new ServerRewrite(exchange).translate());
        hooks.fixups(Position.FIRST, exchange -> new PlaceRewrite(exchange, REDIRECT_HANDLER).fixUp());
        hooks.typeChecker(Position.LAST, RewriteModule::force);
        hooks.handler(REDIRECT_HANDLER, RewriteModule::redirect);
    }

    private static Verdict force(Exchange exchange) {
        String type = exchange.notes().get(OneRule.FORCED_TYPE);
        if (type != null) {
            exchange.response().contentType(type);
        }
        String handler = exchange.notes().get(OneRule.FORCED_HANDLER);
        if (handler != null) {
            exchange.resource().handler(handler);
        }
        return Verdict.DECLINED;
    }

    private static Verdict redirect(Exchange exchange) throws IOException {
        Resource resource = exchange.resource();
        String name = resource.filename();
        if (name == null || !name.startsWith(PlaceRewrite.REDIRECT)) {
            return Verdict.DECLINED;
        }
        String query = resource.query();
        String vary = exchange.response().headers().merged("Vary");
        if (vary != null) {
            exchange.response().errorHeaders().set("Vary", vary);
        }
        String path = name.substring(PlaceRewrite.REDIRECT.length());
        exchange.redirectInternally(query == null ? path : path + "?" + query);
        return Verdict.OK;
    }
}
