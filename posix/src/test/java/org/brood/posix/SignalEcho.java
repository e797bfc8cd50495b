package org.brood.posix;

/** Main of a child JVM: says which signals it got, until TERM. */
final class SignalEcho {
    public static void main(String[] arguments) {
        Signals.ignore(Signal.TSTP);
        Signals inbox = Signals.catching(
                Signal.HUP, Signal.INT, Signal.TERM, Signal.USR1, Signal.USR2, Signal.WINCH, Signal.CHLD);
        System.out.println("ready " + Signals.isIgnored(Signal.TSTP) + " " + Signals.isIgnored(Signal.USR1));
        Signal signal;
        do {
            signal = inbox.await(30_000);
            System.out.println(signal);
        } while (signal != Signal.TERM && signal != null);
        System.exit(0);
    }
}
