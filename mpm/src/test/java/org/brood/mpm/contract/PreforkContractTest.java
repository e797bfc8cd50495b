package org.brood.mpm.contract;

import org.brood.mpm.prefork.PreforkMpm;
import org.brood.mpm.spi.Mpm;

class PreforkContractTest extends MpmContract {

    @Override
    Mpm mpm() {
        return new PreforkMpm(2);
    }

    @Override
    int threads() {
        return 1;
    }
}
