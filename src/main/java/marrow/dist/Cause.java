package marrow.dist;

import java.util.List;
import java.util.stream.IntStream;
import marrow.check.Require;

/**
 * One of several competing causes, as the clinician knows it: by its hazard, or by the cumulative incidence it must
 * reach beside the others.
 */
public sealed interface Cause {
    /** What the clinician calls it; used in messages and reports. */
    String name();

    /** The points to be met, in order of time; none when the hazard is known. */
    List<Target> targets();

    /** The points that leave something to solve: those above the point before. */
    default List<Target> rising() {
        return targets();
    }

    /** The hazard given one level for each rising point: the logarithm of a rate or of 1/scale. */
    Hazard hazard(double[] levels);

    /** A cause whose hazard is given. */
    static Cause known(String name, Hazard hazard) {
        return new Known(name, hazard);
    }

    /** A cause of known shape that the share p must have had by the time {@code by}. */
    static Cause reaching(String name, HazardFamily family, double p, double by) {
        return new OfFamily(name, family, List.of(new Target(p, by)));
    }

    /** A cause that goes through several points with a hazard constant between them, the last rate going on. */
    static Cause through(String name, List<Target> targets) {
        return new Stepwise(name, List.copyOf(targets));
    }

    /**
     * A point of the cumulative incidence: the share p has had the cause, and none of its competitors before, by the
     * time {@code by} (&gt; 0).
     */
    record Target(double p, double by) {
        public Target {
            Require.openProbability(p, "the share to reach");
            Require.positive(by, "the time to reach it by");
        }
    }

    record Known(String name, Hazard hazard) implements Cause {
        @Override
        public List<Target> targets() {
            return List.of();
        }

        @Override
        public Hazard hazard(double[] levels) {
            return hazard;
        }
    }

    record OfFamily(String name, HazardFamily family, List<Target> targets) implements Cause {
        @Override
        public Hazard hazard(double[] levels) {
            return family.withScale(StrictMath.exp(-levels[0]));
        }
    }

    record Stepwise(String name, List<Target> targets) implements Cause {
        public Stepwise {
            if (targets.isEmpty()) {
                throw new IllegalArgumentException(name + " has no points to go through");
            }
            for (int k = 1; k < targets.size(); k++) {
                Target before = targets.get(k - 1);
                Target next = targets.get(k);
                if (!(next.by() > before.by() && next.p() >= before.p())) {
                    throw new IllegalArgumentException("the points of " + name + " must rise, but " + next.p() + " by "
                            + next.by() + " follows " + before.p() + " by " + before.by());
                }
            }
        }

        @Override
        public List<Target> rising() {
            return IntStream.range(0, targets.size())
                    .filter(this::rises)
                    .mapToObj(targets::get)
                    .toList();
        }

        private boolean rises(int k) {
            return k == 0 || targets.get(k).p() > targets.get(k - 1).p();
        }

        @Override
        public Hazard hazard(double[] levels) {
            double[] rates = new double[targets.size()];
            double[] cuts = new double[targets.size() - 1];
            int next = 0;
            for (int k = 0; k < rates.length; k++) {
                rates[k] = rises(k) ? StrictMath.exp(levels[next++]) : 0;
                if (k > 0) {
                    cuts[k - 1] = targets.get(k - 1).by();
                }
            }
            return PiecewiseExponential.of(cuts, rates);
        }
    }
}
