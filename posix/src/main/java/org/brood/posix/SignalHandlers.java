package org.brood.posix;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * The JVM's own way to catch a signal, {@code sun.misc.Signal} of module jdk.unsupported: the only safe one, since a
 * native handler would run Java code inside a signal handler. Reached by reflection, because javac warns of the
 * class whatever it is told and warnings are errors here.
 */
final class SignalHandlers {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";

    private SignalHandlers() {}

    /** @param receiver called on a thread of the JVM's, one per signal */
    static void install(Signal signal, Consumer<Signal> receiver) {
        try {
            Class<?> signalType = Class.forName(SIGNAL);
            Class<?> handlerType = Class.forName(HANDLER);
            InvocationHandler handler =
                    (proxy, method, arguments) -> answer(proxy, method, arguments, signal, receiver);
            Object proxy = Proxy.newProxyInstance(
                    SignalHandlers.class.getClassLoader(), new Class<?>[] {handlerType}, handler);
            Object name = signalType.getConstructor(String.class).newInstance(signal.name());
            signalType.getMethod("handle", signalType, handlerType).invoke(null, name, proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this JVM does not let SIG" + signal + " be caught: run it without -Xrs", e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // a proxy's equals is identity, and this is it
    private static Object answer(
            Object proxy, Method method, Object[] arguments, Signal signal, Consumer<Signal> receiver) {
        return switch (method.getName()) {
            case "handle" -> {
                receiver.accept(signal);
                yield proxy; // of a void method: thrown away
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "handler of SIG" + signal;
        };
    }
}
