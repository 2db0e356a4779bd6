package marrow.journey;

import java.util.List;
import marrow.dist.Distribution;

/**
 * How a baseline number of a patient comes about: age, body surface, log10 of the residual disease. Evaluated once, at
 * entry. Numbers are in days where they are times and plain where they are not.
 */
public sealed interface Formula {

    /** The same for every patient. */
    record Constant(double value) implements Formula {}

    /** Drawn from a law, at the address of the fact's name. */
    record Drawn(Distribution law) implements Formula {}

    /** Another fact of the same patient, times a constant. */
    record Of(String fact, double times) implements Formula {}

    record Sum(List<Formula> terms) implements Formula {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** Straight lines through the points (x, y) at the value of another fact; flat beyond the first and last point. */
    record Lookup(String fact, List<Double> x, List<Double> y) implements Formula {
        public Lookup {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.isEmpty() || x.size() != y.size()) {
                throw new IllegalArgumentException("a lookup needs as many x as y, at least one: " + x + ", " + y);
            }
            for (int i = 1; i < x.size(); i++) {
                if (!(x.get(i) > x.get(i - 1))) {
                    throw new IllegalArgumentException(
                            "the x of a lookup must rise: " + x.get(i - 1) + ", " + x.get(i));
                }
            }
        }
    }

    /** The formula of the first condition that holds among the tracks that start before this fact is known. */
    record ByCase(List<When> cases) implements Formula {
        public ByCase {
            cases = List.copyOf(cases);
        }
    }

    record When(Condition condition, Formula formula) {}
}
