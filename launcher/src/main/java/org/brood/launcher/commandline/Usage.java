package org.brood.launcher.commandline;

/** The help text of {@code -h}, which is also the answer to a mistake; it goes to stderr. */
public final class Usage {
    private Usage() {}

    public static String text(String program) {
        return """
                Usage: %1$s [-D name] [-d directory] [-f file]
                       [-C "directive"] [-c "directive"]
                       [-k start|restart|graceful|graceful-stop|stop]
                       [-e level] [-E file]
                       [-v] [-V] [-h] [-l] [-L] [-t] [-T] [-S] [-M] [-X]
                       %1$s run [--mpm event] [--port 8080] [--root directory]
                Options:
                  run                : serve a site in the foreground, with the default configuration
                  -D name            : a name for <IfDefine>; FOREGROUND, NO_DETACH and ONE_PROCESS
                                       say how to run, DUMP_... what to print
                  -d directory       : another ServerRoot to begin with
                  -f file            : another configuration file
                  -C "directive"     : a directive before the configuration files
                  -c "directive"     : a directive after the configuration files
                  -k verb            : start the server, or tell the one that runs
                  -e level           : how much to say while starting (see LogLevel)
                  -E file            : write errors of the start to a file
                  -v                 : the version
                  -V                 : the version and the build's settings
                  -h                 : this text
                  -l                 : the modules that are compiled in
                  -L                 : the directives, and where they are allowed
                  -t -D DUMP_VHOSTS  : the virtual hosts
                  -t -D DUMP_RUN_CFG : settings of the running server
                  -S                 : both of these
                  -t -D DUMP_MODULES : the modules in use
                  -M                 : the same
                  -t -D DUMP_INCLUDES: the configuration files in use
                  -t                 : check the syntax of the configuration
                  -T                 : start without checking that DocumentRoot exists
                  -X                 : one process, in the foreground
                """.formatted(program);
    }
}
