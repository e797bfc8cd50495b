package org.brood.posix;

/** What waitpid(2) tells of a child process. */
public sealed interface ChildState {

    /** It has not ended. */
    record Running() implements ChildState {}

    /** It ended by itself. @param code 0 to 255 */
    record Exited(int code) implements ChildState {}

    /** A signal ended it. @param signal its number; @param coreDumped whether the kernel wrote a core file */
    record Killed(int signal, boolean coreDumped) implements ChildState {}

    /** Decodes the status word of wait(2). */
    static ChildState of(int status) {
        int signal = status & 0x7f;
        return signal == 0 ? new Exited(status >> 8 & 0xff) : new Killed(signal, (status & 0x80) != 0);
    }
}
