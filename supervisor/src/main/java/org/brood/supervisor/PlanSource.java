package org.brood.supervisor;

import java.util.Optional;
import org.brood.conf.ConfigurationException;
import org.brood.mpm.spi.MpmSettings;

/** Reads the configuration anew, for a restart. */
@FunctionalInterface
public interface PlanSource {

    /**
     * @param first the settings of this parent's first start
     * @param warnings where corrections are told: the error log
     * @throws ConfigurationException the administrator's mistake: the running generation goes on
     */
    Plan read(Optional<MpmSettings> first, Warnings warnings) throws ConfigurationException;

    /** Where warnings about the configuration go. */
    @FunctionalInterface
    interface Warnings {
        void warn(String id, String text);
    }
}
