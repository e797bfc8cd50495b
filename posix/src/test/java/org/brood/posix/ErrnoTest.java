package org.brood.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;

class ErrnoTest {

    @Test
    void textsAreThoseOfTheLibrary() throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle strerror = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("strerror"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        for (int errno = 1; errno < 140; errno++) {
            MemorySegment text = (MemorySegment) strerror.invokeExact(errno);
            assertThat(Errno.text(errno)).isEqualTo(text.reinterpret(200).getString(0));
        }
    }

    @Test
    void constantsAndNamesAgree() throws ReflectiveOperationException {
        for (var field : Errno.class.getFields()) {
            assertThat(Errno.name(field.getInt(null))).isEqualTo(field.getName());
        }
    }

    @Test
    void shortagesAreTold() {
        assertThat(new ErrnoException("accept4", Errno.EMFILE).isShortage()).isTrue();
        assertThat(new ErrnoException("accept4", Errno.EINVAL).isShortage()).isFalse();
    }

    @Test
    void aNumberWithoutANameIsStillShown() {
        assertThat(Errno.name(4000)).isEqualTo("E4000");
        assertThat(Errno.render(4000)).isEqualTo("(4000)Unknown error 4000");
    }
}
