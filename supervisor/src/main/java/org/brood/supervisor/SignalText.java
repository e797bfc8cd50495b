package org.brood.supervisor;

import org.brood.posix.Signal;
import org.jspecify.annotations.Nullable;

/** Signals in words, as httpd's library describes them. */
final class SignalText {
    private SignalText() {}

    static String of(int number) {
        @Nullable Signal signal = Signal.of(number);
        if (signal == null) {
            return "signal #" + number;
        }
        return switch (signal) {
            case ILL -> "Illegal instruction";
            case ABRT -> "Abort";
            case BUS -> "Bus error";
            case FPE -> "Arithmetic exception";
            case SEGV -> "Segmentation fault";
            case PIPE -> "Broken pipe";
            case ALRM -> "Alarm clock";
            case QUIT -> "Quit";
            case INT -> "Interrupt";
            case TRAP -> "Trace/BPT trap";
            case SYS -> "Bad system call";
            case XCPU -> "CPU time limit exceeded";
            case XFSZ -> "File size limit exceeded";
            default -> "SIG" + signal;
        };
    }
}
