package org.brood.bench.server;

import java.util.Map;

/** The httpd.conf that httpd and Brood are both given, but for the lines that load modules. */
final class HttpdConfiguration {
    private static final Template TEXT = new Template("""
            ServerRoot "@HOME@"
            ServerName localhost
            Listen 127.0.0.1:@PORT@
            ListenBacklog 4096
            PidFile "@PID@"
            ErrorLog "@LOG@"
            LogLevel warn
            @MODULES@
            @USER@
            @MPM@
            MaxConnectionsPerChild 0
            KeepAlive On
            MaxKeepAliveRequests 0
            KeepAliveTimeout 600
            Timeout 600
            ServerSignature Off
            ServerTokens Prod
            EnableMMAP Off
            EnableSendfile Off
            TypesConfig "@HOME@/mime.types"
            DocumentRoot "@DOCUMENTS@"
            DirectoryIndex index.html
            <Directory "@DOCUMENTS@">
              Options FollowSymLinks
              AllowOverride None
              Require all granted
            </Directory>
            <Directory "@DOCUMENTS@/large">
              EnableSendfile On
            </Directory>
            <Directory "@DOCUMENTS@/list">
              Options FollowSymLinks Indexes
            </Directory>
            @SCRIPTS@
            """);
    private static final Template SCRIPTS = new Template("""
            ScriptAlias /cgi-bin/ "@SCRIPTS@/"
            <Directory "@SCRIPTS@">
              Require all granted
            </Directory>
            """);

    private HttpdConfiguration() {}

    static String text(Setup setup, String modules, Mpm mpm) {
        String user = "User @ME@\nGroup @ME@\n".replace("@ME@", Programs.SERVICE_USER);
        return TEXT.fill(Map.of(
                "HOME", setup.directory(),
                "PORT", setup.port(),
                "PID", setup.pidFile(),
                "LOG", setup.errorLog(),
                "MODULES", modules,
                "USER", Programs.superuser() ? user : "",
                "MPM", mpm.directives(setup.sizing()),
                "DOCUMENTS", setup.site().documents(),
                "SCRIPTS",
                        setup.sizing().scripts()
                                ? SCRIPTS.fill(Map.of("SCRIPTS", setup.site().scripts()))
                                : ""));
    }
}
