package org.brood.mpm.contract;

import org.brood.mpm.spi.Mpm;
import org.brood.mpm.virtual.VirtualMpm;

class VirtualContractTest extends ListeningContract {

    @Override
    Mpm mpm() {
        return new VirtualMpm(2);
    }

    @Override
    int threads() {
        return 3;
    }
}
