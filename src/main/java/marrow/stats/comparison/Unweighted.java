package marrow.stats.comparison;

import marrow.stats.survival.SurvivalSample;

/** The tests whose variance counts subjects, and so know no case weights. */
final class Unweighted {
    private Unweighted() {}

    static void require(SurvivalSample sample, String test) {
        if (sample.weight() != null) {
            throw new IllegalArgumentException(test + " knows no case weights");
        }
    }
}
