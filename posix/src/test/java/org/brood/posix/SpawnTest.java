package org.brood.posix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpawnTest {
    private final Descriptors.Pair out = Descriptors.pipe();

    private Spawn shell(String script) {
        return new Spawn("/bin/sh", List.of("sh", "-c", script))
                .descriptor(out.writing(), 1)
                .closeFrom(3);
    }

    /** Starts it, and gives all that it writes to descriptor 1 before it ends well. */
    private String outputOf(Spawn spawn) {
        int pid = spawn.start();
        Descriptors.close(out.writing());
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int n = Descriptors.read(out.reading(), buffer, 0, 1024); n > 0; ) {
            text.write(buffer, 0, n);
            n = Descriptors.read(out.reading(), buffer, 0, 1024);
        }
        Descriptors.close(out.reading());
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Exited(0));
        return text.toString(UTF_8).strip();
    }

    @Test
    void argumentsAndEnvironmentArrive() {
        Spawn spawn = new Spawn("/bin/sh", List.of("name", "-c", "echo $0 $1 $VAR $HOME", "zero", "\u00e9n"))
                .environment(Map.of("VAR", "value"))
                .descriptor(out.writing(), 1);
        assertThat(outputOf(spawn)).isEqualTo("zero \u00e9n value");
    }

    @Test
    void onlyTheNamedDescriptorsAreThere() {
        int inheritable = Descriptors.dupInheritable(out.reading());
        assertThat(outputOf(shell("exec ls /proc/self/fd"))).isEqualTo("0\n1\n2\n3"); // 3 is the folder that ls reads
        Descriptors.close(inheritable);
    }

    @Test
    void descriptorsAreMovedAsIfAllAtOnce() {
        Descriptors.Pair a = Descriptors.pipe();
        Descriptors.Pair b = Descriptors.pipe();
        Descriptors.write(a.writing(), "from-a\n".getBytes(UTF_8), 0, 7);
        Descriptors.write(b.writing(), "from-b\n".getBytes(UTF_8), 0, 7);
        String script = "head -n1 /proc/self/fd/" + a.reading() + "; head -n1 /proc/self/fd/" + b.reading();
        Spawn swapped = new Spawn("/bin/sh", List.of("sh", "-c", script))
                .descriptor(out.writing(), 1)
                .descriptor(a.reading(), b.reading())
                .descriptor(b.reading(), a.reading());

        assertThat(outputOf(swapped)).isEqualTo("from-b\nfrom-a");
        for (int fd : new int[] {a.reading(), a.writing(), b.reading(), b.writing()}) {
            Descriptors.close(fd);
        }
    }

    @Test
    void directoryAndOpenedFilesAreItsOwn() {
        Spawn spawn = shell("pwd; cat <&0").directory("/usr").open("/dev/null", Files.O_RDONLY, 0, 0);
        assertThat(outputOf(spawn)).isEqualTo("/usr");
    }

    @Test
    void aNewSessionLeavesOurGroup() {
        String ids = outputOf(shell("cut -d' ' -f1,5,6 /proc/$$/stat").newSession());
        String[] pidGroupSession = ids.split(" ");
        assertThat(pidGroupSession).containsOnly(pidGroupSession[0]);
    }

    @Test
    void aNewProcessGroupIsReachedByItsNegatedNumber() {
        int pid =
                new Spawn("/bin/sleep", List.of("sleep", "60")).processGroup(0).start();
        assertThat(Processes.processGroup(pid)).isEqualTo(pid).isNotEqualTo(Processes.processGroup(0));
        assertThat(Processes.kill(-pid, Signal.KILL)).isTrue();
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Killed(9, false));
        Descriptors.close(out.reading());
        Descriptors.close(out.writing());
    }

    @Test
    void noSignalIsBlocked() {
        assertThat(outputOf(shell("exec grep SigBlk /proc/self/status"))).endsWith("0000000000000000");
    }

    @Test
    void aMissingProgramIsAnErrorOfTheCall() {
        assertThatThrownBy(() -> new Spawn("/no/such/program", List.of("x")).start())
                .isInstanceOf(ErrnoException.class)
                .hasMessage("posix_spawn: (2)No such file or directory");
        Descriptors.close(out.reading());
        Descriptors.close(out.writing());
    }

    @Test
    void theEndOfAChildIsSeenByNumberAndByDescriptor() {
        int pid = new Spawn("/bin/cat", List.of("cat"))
                .descriptor(out.reading(), 0)
                .start();
        int pidfd = Processes.pidfd(pid);
        assertThat(Processes.poll(pid)).isEqualTo(new ChildState.Running());
        assertThat(Processes.exists(pid)).isTrue();
        assertThat(Poll.readable(pidfd, 0)).isFalse();

        Descriptors.close(out.writing());
        assertThat(Poll.readable(pidfd, 20_000)).isTrue();
        assertThat(Processes.poll(pid)).isEqualTo(new ChildState.Exited(0));
        assertThat(Processes.kill(pid, Signal.TERM)).isFalse();
        assertThatThrownBy(() -> Processes.poll(pid)).hasMessage("waitpid: (10)No child processes");
        Descriptors.close(pidfd);
        Descriptors.close(out.reading());
    }

    @Test
    void exitCodesAndSignalsAreTold() {
        int pid = new Spawn("/bin/sh", List.of("sh", "-c", "exit 42")).start();
        assertThat(Processes.await(pid)).isEqualTo(new ChildState.Exited(42));
        int other = new Spawn("/bin/sh", List.of("sh", "-c", "kill -TERM $$")).start();
        assertThat(Processes.await(other)).isEqualTo(new ChildState.Killed(15, false));
        Descriptors.close(out.reading());
        Descriptors.close(out.writing());
    }

    @Test
    void everybodyIsNeverKilled() {
        for (int pid : new int[] {0, -1}) {
            assertThatThrownBy(() -> Processes.kill(pid, Signal.TERM)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Processes.poll(-1)).isInstanceOf(IllegalArgumentException.class);
        Descriptors.close(out.reading());
        Descriptors.close(out.writing());
    }
}
