package org.brood.api;

/**
 * The phases of a request, in the order in which they run, under httpd's names. "First" phases end at the first hook that
 * does not decline; "all" phases run every hook until one gives a status.
 */
public interface Hooks {

    /** All. Right after the request head is read; nothing is mapped yet (mod_setenvif, mod_headers early). */
    void postReadRequest(Position position, Hook hook);

    /** First. From the request's path to a file name or another target (mod_alias, core's DocumentRoot at the end). */
    void translateName(Position position, Hook hook);

    /** First. Finds the settings and the file that the name stands for; core's directory walk is the last. */
    void mapToStorage(Position position, Hook hook);

    /** All. After the settings of the place are known, before access is judged (mod_setenvif, mod_rewrite in .htaccess). */
    void headerParser(Position position, Hook hook);

    /** All. Judges by where the request comes from (mod_access_compat, mod_authz_core without users). */
    void accessChecker(Position position, Hook hook);

    /**
     * First, after {@link #accessChecker}. {@link Verdict#OK} lets the request in without asking for a user, {@link
     * Verdict#DECLINED} goes on to authentication (mod_authz_core).
     */
    void accessCheckerEx(Position position, Hook hook);

    /** First. Finds out who asks; runs only where a user is required. */
    void authentication(Position position, Hook hook);

    /** First. Judges who asks. */
    void authorization(Position position, Hook hook);

    /** All. Content type, encoding, language and handler of the file (mod_mime). */
    void typeChecker(Position position, Hook hook);

    /** All. Last changes before the handler: headers, environment, directory index (mod_headers, mod_expires, mod_dir). */
    void fixups(Position position, Hook hook);

    /** First. A generator that looks for itself whether the exchange is its own. */
    void handler(Position position, Hook handler);

    /** A generator that is called only where SetHandler, AddHandler or Action chose this name. */
    void handler(String name, Hook handler);

    /**
     * All. The answer's head is about to be made, whatever made the answer, an error page too; headers may still change
     * (mod_headers, mod_expires) and filters may be put in front of the body.
     */
    void beforeResponse(Position position, Hook hook);

    /** Filters by the name that SetOutputFilter and AddOutputFilter use. */
    void outputFilter(String name, OutputFilter filter);

    /** All. The answer has left; the verdict is ignored. Called on any thread, must not block for long. */
    void logTransaction(Position position, Hook hook);

    /** Once in each child, before it accepts. */
    void childInit(Runnable action);

    /** Once in each child that ends in an orderly way, after its last request. */
    void childExit(Runnable action);

    /**
     * An open log.
     *
     * @param name one of those that {@link Module#logs} named; known from {@link #childInit} on
     */
    LogSink log(String name);
}
