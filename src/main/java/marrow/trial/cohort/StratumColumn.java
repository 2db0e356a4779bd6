package marrow.trial.cohort;

import marrow.trial.Strata;
import marrow.trial.endpoint.Stratification;

/** The strata of one trial's patients, as numbers: two patients have the same where all tracks agree. Scratch of one thread. */
public final class StratumColumn {
    private final Strata strata;
    private final double[][] bands;

    private StratumColumn(Cohort cohort, Stratification strata) {
        this.strata = cohort.strata(strata.tracks());
        bands = strata.readings().stream().map(cohort::column).toArray(double[][]::new);
    }

    public static StratumColumn of(Cohort cohort, Stratification strata) {
        return new StratumColumn(cohort, strata);
    }

    /** How many strata there may be, numbered from 0. */
    public int strata() {
        return strata.cells();
    }

    public int stratum(int patient) {
        int stratum = 0;
        for (int k = 0; k < bands.length; k++) {
            stratum = stratum * strata.levels(k) + (int) bands[k][patient];
        }
        return stratum;
    }
}
