package org.brood.mpm.contract;

/** The same promises with several listener threads in the child. */
class EventWithThreeListenersContractTest extends EventContractTest {

    @Override
    RunningChild child(LineService service) {
        return RunningChild.of(mpm(), service, shape(threads(), 2, 3), threads());
    }
}
