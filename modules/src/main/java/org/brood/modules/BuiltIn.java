package org.brood.modules;

import java.util.ArrayList;
import java.util.List;
import org.brood.api.Module;
import org.brood.api.auth.AuthorizationProvider;
import org.brood.modules.aaa.access_compat.AccessCompatModule;
import org.brood.modules.aaa.authz_core.AuthzCoreModule;
import org.brood.modules.aaa.authz_host.AuthzHostModule;
import org.brood.modules.filters.deflate.DeflateModule;
import org.brood.modules.filters.filter.FilterModule;
import org.brood.modules.filters.reqtimeout.ReqTimeoutModule;
import org.brood.modules.generators.autoindex.AutoindexModule;
import org.brood.modules.generators.cgi.CgiModule;
import org.brood.modules.http.mime.MimeModule;
import org.brood.modules.loggers.log_config.LogConfigModule;
import org.brood.modules.mappers.alias.AliasModule;
import org.brood.modules.mappers.dir.DirModule;
import org.brood.modules.mappers.rewrite.RewriteModule;
import org.brood.modules.metadata.env.EnvModule;
import org.brood.modules.metadata.expires.ExpiresModule;
import org.brood.modules.metadata.headers.HeadersModule;
import org.brood.modules.metadata.setenvif.SetEnvIfModule;

/** The modules that need nothing from the server but the api, in the order in which their hooks run. */
public final class BuiltIn {

    private BuiltIn() {}

    /** New ones at each call: each configuration has its own. */
    public static List<Module> modules() {
        List<AuthorizationProvider> requirements = new ArrayList<>(AuthzHostModule.providers());
        return List.of(
                new AuthzHostModule(),
                new AuthzCoreModule(requirements),
                new AccessCompatModule(),
                new LogConfigModule(),
                new EnvModule(),
                new ExpiresModule(),
                new ReqTimeoutModule(),
                new FilterModule(),
                new DeflateModule(),
                new HeadersModule(),
                new SetEnvIfModule(),
                new MimeModule(),
                new AutoindexModule(),
                CgiModule.cgi(),
                CgiModule.cgid(),
                new DirModule(),
                new AliasModule(),
                new RewriteModule());
    }
}
