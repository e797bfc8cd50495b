package org.brood.modules.mappers.alias;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Position;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.jspecify.annotations.Nullable;

/**
 * mod_alias. Redirects go before aliases. Those of the server are tried when the name is translated, those of a directory in
 * the fixups, when its settings are known.
 */
public final class AliasModule implements Module {

    @Override
    public String name() {
        return "alias_module";
    }

    @Override
    public String source() {
        return "mod_alias.c";
    }

    @Override
    public boolean replayable() {
        return true;
    }

    @Override
    public List<DirectiveSpec> directives() {
        List<DirectiveSpec> all = new ArrayList<>(AliasDirectives.all());
        all.addAll(RedirectDirectives.all());
        return all;
    }

    @Override
    public void register(Hooks hooks) {
        hooks.translateName(Position.MIDDLE, AliasModule::translate);
        hooks.fixups(
                Position.MIDDLE,
                exchange -> redirect(
                        exchange, exchange.settings(AliasSettings.DIRECTORY).redirects()));
    }

    private static Verdict translate(Exchange exchange) {
        String uri = exchange.resource().uri();
        if (!uri.startsWith("/") && !uri.isEmpty()) {
            return Verdict.DECLINED;
        }
        AliasSettings.Lists lists = exchange.settings(AliasSettings.SERVER);
        Verdict redirected = redirect(exchange, lists.redirects());
        if (!redirected.equals(Verdict.DECLINED)) {
            return redirected;
        }
        OwnTarget own = exchange.settings(AliasSettings.DIRECTORY).alias();
        if (own != null) {
            return ownAlias(exchange, own);
        }
        Mapping.Hit hit = first(lists.aliases(), uri);
        return hit == null ? Verdict.DECLINED : alias(exchange, hit);
    }

    private static Verdict ownAlias(Exchange exchange, OwnTarget own) {
        String uri = exchange.resource().uri();
        String real = own.value(exchange);
        if (real == null) {
            return Verdict.status(500);
        }
        boolean preserve =
                Boolean.TRUE.equals(exchange.settings(AliasSettings.DIRECTORY).preservePath());
        int length = preserve ? Mapping.prefixLength(uri, own.around()) : 0;
        String target = length > 0 ? real + uri.substring(length) : real;
        return alias(
                exchange, new Mapping.Hit(new Mapping(own.around(), null, real, own.handler(), 0), target, length));
    }

    private static Verdict alias(Exchange exchange, Mapping.Hit hit) {
        Resource resource = exchange.resource();
        Mapping mapping = hit.mapping();
        if (hit.prefixLength() > 0 && mapping.real() != null) {
            resource.context(mapping.fake(), mapping.real());
        }
        if (mapping.handler() != null) {
            resource.handler(mapping.handler());
            exchange.notes().set("alias-forced-type", mapping.handler());
        }
        String target = hit.target();
        resource.filename(
                target.startsWith("/") ? target : exchange.virtualHost().serverRoot() + "/" + target);
        return Verdict.OK;
    }

    private static Verdict redirect(Exchange exchange, List<Mapping> list) {
        OwnTarget own = exchange.settings(AliasSettings.DIRECTORY).redirect();
        if (own != null) {
            String url = own.value(exchange);
            return url == null ? Verdict.status(500) : answer(exchange, own.status(), Mapping.escapeUrl(url));
        }
        Mapping.Hit hit = first(list, exchange.resource().uri());
        return hit == null ? Verdict.DECLINED : answer(exchange, hit.mapping().status(), hit.target());
    }

    private static Verdict answer(Exchange exchange, int status, String url) {
        if (status < 300 || status > 399) {
            return Verdict.status(status);
        }
        String target = url;
        boolean relative =
                Boolean.TRUE.equals(exchange.settings(AliasSettings.DIRECTORY).relative()) && target.startsWith("/");
        if (!relative) {
            target = target.startsWith("/") ? exchange.url(target) : target;
            if (!isUrl(target)) {
                exchange.log("alias").log(
                        LogLevel.ERROR,
                        "AH00674",
                        "cannot redirect '" + exchange.resource().uri() + "' to '" + target
                                + "'; target is not a valid absoluteURI or abs_path");
                return Verdict.status(500);
            }
        }
        String query = exchange.resource().query();
        boolean appends = query != null && target.indexOf('?') < 0;
        exchange.response().headers().set("Location", appends ? target + "?" + query : target);
        return Verdict.status(status);
    }

    private static Mapping.@Nullable Hit first(List<Mapping> list, String uri) {
        for (Mapping mapping : list) {
            Mapping.Hit hit = mapping.match(uri);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    /** Whether it begins with a scheme: ap_is_url. */
    static boolean isUrl(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) != ':') {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
                return false;
            }
            i++;
        }
        return i > 0 && i < text.length();
    }
}
