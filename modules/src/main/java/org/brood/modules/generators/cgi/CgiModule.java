package org.brood.modules.generators.cgi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.brood.api.AcceptPathInfo;
import org.brood.api.Exchange;
import org.brood.api.Hooks;
import org.brood.api.LogLevel;
import org.brood.api.Module;
import org.brood.api.Option;
import org.brood.api.Resource;
import org.brood.api.Verdict;
import org.brood.conf.DirectiveSpec;
import org.brood.modules.text.UrlText;
import org.brood.protocol.http.HttpDate;
import org.brood.protocol.http.Method;
import org.brood.protocol.http.Preconditions;

/**
 * mod_cgi and mod_cgid: the handler {@code cgi-script}. They are one here: a script is started by posix_spawn, which needs
 * no helper process even from a child with many threads, so ScriptSock is only accepted.
 */
public final class CgiModule implements Module {
    private static final String HANDLER = "cgi-script";
    /** Scripts so called make the whole answer themselves: "no parsed header". */
    private static final String BARE = "nph-";

    private final String word;

    private CgiModule(String word) {
        this.word = word;
    }

    /** As {@code cgi_module}. */
    public static CgiModule cgi() {
        return new CgiModule("cgi");
    }

    /** As {@code cgid_module}. */
    public static CgiModule cgid() {
        return new CgiModule("cgid");
    }

    @Override
    public String name() {
        return word + "_module";
    }

    @Override
    public String source() {
        return "mod_" + word + ".c";
    }

    @Override
    public List<DirectiveSpec> directives() {
        return CgiDirectives.all();
    }

    @Override
    public void register(Hooks hooks) {
        hooks.handler(HANDLER, CgiModule::handle);
    }

    private static Verdict handle(Exchange exchange) throws IOException {
        exchange.neverReplay();
        Verdict refused = check(exchange);
        return refused.isStatus() ? refused : run(exchange);
    }

    private static Verdict check(Exchange exchange) {
        Resource resource = exchange.resource();
        boolean aliased = HANDLER.equals(exchange.notes().get("alias-forced-type"));
        if (!aliased && !exchange.allows(Option.EXEC_CGI)) {
            return refuse(exchange, 403, "AH02809", "Options ExecCGI is off in this directory");
        }
        if (!resource.status().exists()) {
            return refuse(exchange, 404, "AH02811", "script not found or unable to stat");
        }
        if (resource.status().isDirectory()) {
            return refuse(exchange, 403, "AH02812", "attempt to invoke directory as script");
        }
        if (exchange.settings(AcceptPathInfo.KEY) == AcceptPathInfo.OFF
                && !resource.pathInfo().isEmpty()) {
            return refuse(exchange, 404, "AH02813", "AcceptPathInfo off disallows user's path");
        }
        return Verdict.OK;
    }

    private static Verdict refuse(Exchange exchange, int status, String id, String text) {
        exchange.log("cgi").log(
                LogLevel.ERROR, id, text + ": " + exchange.resource().filename());
        return Verdict.status(status);
    }

    private static Verdict run(Exchange exchange) throws IOException {
        String file = String.valueOf(exchange.resource().filename());
        String name = file.substring(file.lastIndexOf('/') + 1);
        CgiSettings settings = exchange.settings(CgiSettings.KEY);
        long own = exchange.settings(CgiSettings.TIMEOUT);
        long timeout = own > 0 ? own : exchange.virtualHost().timeoutMillis();
        Script script;
        try {
            String directory = file.substring(0, file.length() - name.length());
            script = Script.start(file, arguments(exchange, file), directory, CgiEnvironment.of(exchange));
        } catch (IOException e) {
            return refuse(exchange, 500, "AH01223", "couldn't create child process: " + e.getMessage() + ": " + name);
        }
        try (script) {
            ScriptHead head = new ScriptHead(exchange, name);
            int kept = settings.log() == null ? 0 : settings.buffer();
            ScriptRun run = new ScriptRun(exchange, script, head, timeout, kept);
            try {
                return name.startsWith(BARE)
                        ? body(exchange, script, run, exchange.response().rawStream())
                        : answer(exchange, script, run, head, name, settings);
            } catch (IOException e) {
                script.kill();
                throw e;
            }
        }
    }

    /** A query without an equals sign is words for the command line (RFC 3875 section 4.4). */
    private static List<String> arguments(Exchange exchange, String file) {
        List<String> arguments = new ArrayList<>(List.of(file));
        String query = exchange.resource().query();
        if (query != null && !query.isEmpty() && query.indexOf('=') < 0) {
            for (String part : query.split("\\+")) {
                String decoded = UrlText.decoded(part);
                arguments.add(decoded == null ? part : decoded);
            }
        }
        return arguments;
    }

    private static Verdict answer(
            Exchange exchange, Script script, ScriptRun run, ScriptHead head, String name, CgiSettings settings)
            throws IOException {
        ScriptRun.End end = run.readHead();
        switch (end) {
            case COMPLETE -> {
                // goes on below
            }
            case MALFORMED -> {
                return failed(exchange, settings, run, head, 500);
            }
            case PREMATURE -> {
                String what =
                        head.isEmpty() ? "End of script output before headers: " : "Premature end of script headers: ";
                exchange.log("cgi").log(LogLevel.ERROR, "BR0304", what + name);
                return failed(exchange, settings, run, head, 500);
            }
            case TIMED_OUT -> {
                script.kill();
                exchange.log("cgi").log(
                        LogLevel.ERROR, "AH01220", "Timeout waiting for output from CGI script " + name);
                return failed(exchange, settings, run, head, 504);
            }
        }
        unframe(exchange);
        int met = head.statusGiven() ? 200 : conditions(exchange);
        if (met == 304) {
            exchange.response().status(met);
            return Verdict.OK;
        }
        if (met != 200) {
            return Verdict.status(met);
        }
        String location = exchange.response().headers().get("Location");
        if (location != null && exchange.response().status() == 200) {
            return redirect(exchange, location);
        }
        return body(exchange, script, run, exchange.response().stream());
    }

    /** How its body is framed is not the script's business: what comes is counted, or sent in chunks. */
    private static void unframe(Exchange exchange) {
        if (exchange.environment().get("ap_trust_cgilike_cl") == null) {
            exchange.response().headers().remove("Content-Length");
        }
        exchange.response().headers().remove("Transfer-Encoding");
    }

    /** Holds the request's conditions against the script's own validators. @return 200, 304 or 412 */
    private static int conditions(Exchange exchange) {
        String method = exchange.request().method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return 200;
        }
        String modified = exchange.response().headers().get("Last-Modified");
        long now = System.currentTimeMillis() / 1000L;
        long seconds = modified == null ? now : HttpDate.parse(modified);
        Preconditions preconditions =
                new Preconditions(exchange.response().headers().get("ETag"), seconds, now);
        return preconditions.evaluate(Method.GET, exchange.request().fields());
    }

    private static Verdict body(Exchange exchange, Script script, ScriptRun run, OutputStream out) throws IOException {
        if (!run.copyBody(out)) {
            script.kill();
            String name = String.valueOf(exchange.resource().filename());
            exchange.log("cgi").log(LogLevel.ERROR, "AH01220", "Timeout waiting for output from CGI script " + name);
            throw new IOException("the script " + name + " said nothing for too long");
        }
        return Verdict.OK;
    }

    private static Verdict failed(Exchange exchange, CgiSettings settings, ScriptRun run, ScriptHead head, int status) {
        ScriptLog.write(exchange, settings, status, run, head.lastLine());
        exchange.response().headers().clear();
        exchange.response().errorHeaders().clear();
        return Verdict.status(status);
    }

    /** A path of this server is answered in place (RFC 3875 section 6.2.2), anything else by a redirect to it. */
    private static Verdict redirect(Exchange exchange, String location) throws IOException {
        if (!location.startsWith("/")) {
            return Verdict.status(302);
        }
        exchange.response().headers().remove("Location");
        exchange.request().headers().remove("Content-Length");
        exchange.redirectInternally(location, exchange.request().isHead() ? "HEAD" : "GET");
        return Verdict.OK;
    }
}
