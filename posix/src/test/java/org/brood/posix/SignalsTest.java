package org.brood.posix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final Descriptors.Pair out = Descriptors.pipe();

    @Test
    void everySignalOfHttpdReachesTheInboxOfAJvm() {
        List<String> command = ChildJvm.command(SignalEcho.class);
        int pid = new Spawn(command.getFirst(), command)
                .descriptor(out.writing(), 1)
                .closeFrom(3)
                .defaultSignals(Signal.HUP, Signal.INT, Signal.CHLD)
                .start();
        Descriptors.close(out.writing());

        assertThat(line()).isEqualTo("ready true false");
        Processes.kill(pid, Signal.TSTP);
        Signal[] sent = {Signal.HUP, Signal.USR1, Signal.INT, Signal.WINCH, Signal.USR2, Signal.CHLD, Signal.TERM};
        for (Signal signal : sent) {
            Processes.kill(pid, signal);
            assertThat(line()).isEqualTo(signal.name());
        }
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Exited(0));
        Descriptors.close(out.reading());
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        byte[] one = new byte[1];
        assertThat(Poll.readable(out.reading(), 30_000)).isTrue();
        while (Descriptors.read(out.reading(), one, 0, 1) == 1 && one[0] != '\n') {
            line.append(new String(one, UTF_8));
        }
        return line.toString();
    }
}
