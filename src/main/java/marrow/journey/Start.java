package marrow.journey;

import java.util.List;

/** The state of a track at entry. */
public sealed interface Start {

    /** The same for every patient. */
    record In(String state) implements Start {}

    /**
     * A fact cut into bands: the first state below the first threshold, the last from the last threshold on. A value
     * equal to a threshold belongs to the band above it.
     */
    record Cut(String fact, List<Double> thresholds) implements Start {
        public Cut {
            thresholds = List.copyOf(thresholds);
            for (int i = 1; i < thresholds.size(); i++) {
                if (!(thresholds.get(i) > thresholds.get(i - 1))) {
                    throw new IllegalArgumentException("thresholds must rise: " + thresholds);
                }
            }
        }
    }

    /** Drawn with given chances, one a state, from the first case that holds among the tracks known before. */
    record Drawn(List<Chances> cases) implements Start {
        public Drawn {
            cases = List.copyOf(cases);
        }
    }

    record Chances(Condition when, List<Double> ofStates) {
        public Chances {
            ofStates = List.copyOf(ofStates);
            double sum = 0;
            for (double chance : ofStates) {
                if (!(chance >= 0 && chance <= 1)) {
                    throw new IllegalArgumentException("a chance lies between 0 and 1, not " + chance);
                }
                sum += chance;
            }
            if (!(Math.abs(sum - 1) <= 1e-9)) {
                throw new IllegalArgumentException("the chances of the states add to " + sum + ", not to 1");
            }
        }
    }
}
