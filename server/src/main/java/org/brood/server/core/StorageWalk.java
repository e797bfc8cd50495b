package org.brood.server.core;

import org.brood.api.FileStatus;
import org.brood.api.LogLevel;
import org.brood.api.Option;
import org.brood.api.Verdict;
import org.brood.conf.Settings;
import org.brood.conf.section.DirectoryWalk;
import org.brood.conf.section.NamedCaptures;
import org.brood.conf.section.Sections;
import org.brood.server.request.HttpExchange;

/**
 * From a file name to the file and the settings that hold there: httpd's directory_walk and file_walk. Goes down from the root; each
 * directory's sections and access files are laid over what holds so far, links are judged by the Options in force where they lie, and what is left
 * behind a file, or behind the first name that does not exist, is path info.
 */
final class StorageWalk {
    private static final int ENOENT = 2;
    private static final int EACCES = 13;
    private static final int ENOTDIR = 20;
    private static final int ENAMETOOLONG = 36;

    /** One walk's state. */
    private static final class Way {
        private final HttpExchange exchange;
        private final DirectoryWalk walk;
        private final NamedCaptures captures;
        private String at = "/";
        private String seen = "/";
        private FileStatus status;

        Way(HttpExchange exchange, Sections sections) {
            this.exchange = exchange;
            this.walk = sections.walk(sections.defaults());
            this.captures = (name, value) -> exchange.environment().set(name, value);
            this.status = exchange.files().glance("/");
        }

        /**
         * Looks at the next name. The directory before it is no cause of the answer where the name exists: nothing can be seen
         * as it was but through the same directories.
         */
        void look(String file) {
            FileStatus next = exchange.files().glance(file);
            if (!next.exists()) {
                noteSeen();
            }
            at = file;
            seen = file;
            status = next;
        }

        void noteSeen() {
            exchange.files().note(seen, status);
        }

        Verdict enterDirectory() {
            walk.enter(at);
            return host(exchange).accessFiles().overlay(exchange, walk, at);
        }
    }

    /** The hook of map-to-storage. */
    Verdict run(HttpExchange exchange) {
        String filename = exchange.resource().filename();
        if (filename == null || !filename.startsWith("/")) {
            String text = "Module bug?  Request filename is missing for URI "
                    + exchange.resource().uri();
            exchange.log("core").log(LogLevel.ERROR, "AH00029", text);
            return Verdict.OK;
        }
        Way way = new Way(exchange, host(exchange).sections());
        Verdict verdict = descend(way, filename);
        way.noteSeen();
        return verdict.isStatus() ? verdict : settle(way);
    }

    static HttpHost host(HttpExchange exchange) {
        if (exchange.virtualHost() instanceof HttpHost host) {
            return host;
        }
        throw new IllegalStateException("not one of this server's hosts");
    }

    private Verdict descend(Way way, String filename) {
        Verdict root = way.enterDirectory();
        if (root.isStatus()) {
            return root;
        }
        int from = 1;
        while (from < filename.length()) {
            int slash = filename.indexOf('/', from);
            int end = slash < 0 ? filename.length() : slash;
            if (end > from) {
                Verdict verdict = step(way, filename.substring(from, end));
                if (verdict.isStatus()) {
                    return verdict;
                }
                if (!way.status.isDirectory()) {
                    String rest = slash < 0 ? "" : filename.substring(slash);
                    way.exchange
                            .resource()
                            .pathInfo(rest + way.exchange.resource().pathInfo());
                    return Verdict.OK;
                }
            }
            from = end + 1;
        }
        return Verdict.OK;
    }

    /** Goes one name further. */
    private Verdict step(Way way, String name) {
        String file = way.at.endsWith("/") ? way.at + name : way.at + "/" + name;
        way.look(file);
        Verdict link = judgeLink(way, file);
        if (link.isStatus()) {
            return link;
        }
        if (!way.status.exists()) {
            return missing(way);
        }
        if (way.status.isDirectory()) {
            way.at = file + "/";
            return way.enterDirectory();
        }
        if (!way.status.isFile()) {
            deny(way, "AH00042", "Forbidden: " + file + " doesn't point to a file or directory");
            return Verdict.status(403);
        }
        return Verdict.OK;
    }

    private Verdict judgeLink(Way way, String file) {
        OptionSet options = way.walk.settings().get(CoreKeys.OPTIONS);
        if (options.allows(Option.FOLLOW_SYM_LINKS)) {
            return Verdict.OK;
        }
        FileStatus link = way.exchange.files().linkStatus(file);
        if (link.kind() != FileStatus.Kind.SYMBOLIC_LINK) {
            return Verdict.OK;
        }
        boolean sameOwner = way.status.exists() && way.status.uid() == link.uid();
        if (options.allows(Option.SYM_LINKS_IF_OWNER_MATCH) && sameOwner) {
            return Verdict.OK;
        }
        return refuseLink(way, file);
    }

    private static Verdict refuseLink(Way way, String file) {
        deny(way, "AH00037", "Symbolic link not allowed or link target not accessible: " + file);
        return Verdict.status(403);
    }

    private Verdict missing(Way way) {
        return switch (way.status.errno()) {
            case 0, ENOENT, ENOTDIR ->
                way.exchange.files().linkStatus(way.at).exists() ? refuseLink(way, way.at) : Verdict.OK;
            case EACCES -> {
                deny(
                        way,
                        "AH00035",
                        "access to " + way.exchange.resource().uri() + " denied (filesystem path '" + way.at
                                + "') because search permissions are missing on a component of the path");
                yield Verdict.status(403);
            }
            case ENAMETOOLONG -> {
                deny(
                        way,
                        "AH00036",
                        "access to " + way.exchange.resource().uri() + " failed (filesystem path '" + way.at + "')");
                yield Verdict.status(403);
            }
            default -> {
                deny(
                        way,
                        "AH00036",
                        "access to " + way.exchange.resource().uri() + " failed (filesystem path '" + way.at + "')");
                yield Verdict.status(403);
            }
        };
    }

    private static void deny(Way way, String id, String text) {
        way.exchange.log("core").log(LogLevel.ERROR, id, text);
    }

    /** The walk has arrived: sections with regular expressions, then those for the file's name. */
    private Verdict settle(Way way) {
        HttpExchange exchange = way.exchange;
        String directory = way.at.substring(0, way.at.lastIndexOf('/') + 1);
        Settings settings = way.walk.finish(way.at, way.captures);
        exchange.resource().filename(way.at);
        exchange.resource().status(way.status);
        if (!way.status.isDirectory()) {
            String name = way.at.substring(directory.length());
            settings = Sections.files(settings, name, way.captures);
        }
        exchange.place(settings);
        return Verdict.OK;
    }
}
