package marrow.dist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds hazards from what clinicians know: "relapse 14 % at 1 year, with non-relapse death 8 %". Given competing
 * causes, each known or with points of cumulative incidence to meet, all scales and rates are solved together so that
 * every point is met.
 *
 * <p>Each point has one unknown, its level: the logarithm of the rate up to it or of 1/scale. The incidence at the
 * point rises with its own level and falls when any other hazard rises. So the search starts below, with every cause
 * alone beside the known ones, and sweeps raise the levels in turn (Gauss-Seidel), each to meet its own point given
 * the rest: no level ever passes the solution, and the sweeps rise to it. Newton's method is tried before each sweep
 * and ends the search as soon as it converges. When the causes ask for more than there is, some point soon cannot be
 * met at all.
 */
public final class IncidenceSolver {
    private static final double MET = 1e-12; // miss, as a part of the target, at which a point counts as met
    private static final double CLAIMED = 1e-10; // largest miss, in incidence, that the check may find
    private static final int MOST_SWEEPS = 200;

    private final List<Cause> causes;
    private final int[] first; // index of each cause's first level; one more entry closes the last
    private double[] levels;

    private IncidenceSolver(List<Cause> causes) {
        this.causes = causes;
        first = new int[causes.size() + 1];
        for (int i = 0; i < causes.size(); i++) {
            first[i + 1] = first[i] + causes.get(i).rising().size();
        }
        levels = new double[first[causes.size()]];
    }

    /** A point, what was asked there, and what the solution gives there when computed anew by another quadrature. */
    public record Reached(String cause, double by, double target, double reached) {}

    /** One hazard for each cause, in their order, and the check of every point. */
    public record Solution(List<Hazard> hazards, List<Reached> reached) {}

    public static Solution solve(List<? extends Cause> causes) {
        requireRoom(causes);
        IncidenceSolver solver = new IncidenceSolver(List.copyOf(causes));
        solver.startBelow();
        solver.riseToSolution();
        return solver.checked();
    }

    /** By the latest of all times the incidences must leave somebody without any event. */
    private static void requireRoom(List<? extends Cause> causes) {
        List<? extends Cause> asking =
                causes.stream().filter(cause -> !cause.targets().isEmpty()).toList();
        double together = asking.stream().mapToDouble(cause -> last(cause).p()).sum();
        if (!(together < 1)) {
            String incidences = asking.stream()
                    .map(cause -> cause.name() + " " + last(cause).p() + " by day "
                            + last(cause).by())
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "incidences must add up to less than 1, but " + incidences + " make " + together);
        }
    }

    private static Cause.Target last(Cause cause) {
        return cause.targets().get(cause.targets().size() - 1);
    }

    /** Every cause alone beside the known ones, which have no levels. */
    private void startBelow() {
        List<Hazard> known = new ArrayList<>();
        for (Cause cause : causes) {
            if (cause.targets().isEmpty()) {
                known.add(cause.hazard(new double[0]));
            }
        }
        for (int i = 0; i < causes.size(); i++) {
            List<Hazard> together = new ArrayList<>(known);
            together.add(null);
            for (int k = 0; k < causes.get(i).rising().size(); k++) {
                levels[first[i] + k] =
                        -StrictMath.log(causes.get(i).rising().get(k).by());
            }
            meetPoints(i, together, known.size());
        }
    }

    private void riseToSolution() {
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            Optional<double[]> solution = Newton.solve(this::misses, levels, MET);
            if (solution.isPresent()) {
                levels = solution.get();
                return;
            }
            List<Hazard> together = hazards(levels);
            for (int i = 0; i < causes.size(); i++) {
                meetPoints(i, together, i);
            }
        }
        String points = causes.stream()
                .flatMap(cause -> cause.targets().stream().map(t -> cause.name() + " " + t.p() + " by day " + t.by()))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("no hazards found that meet " + points + ": they may ask for too much");
    }

    /** Sets the levels of a cause, point after point, so that it meets them from its place beside the other hazards. */
    private void meetPoints(int i, List<Hazard> together, int place) {
        Cause cause = causes.get(i);
        double[] own = Arrays.copyOfRange(levels, first[i], first[i + 1]);
        for (int k = 0; k < own.length; k++) {
            int point = k;
            Cause.Target target = cause.rising().get(k);
            double level = RisingRoot.find(
                    y -> {
                        own[point] = y;
                        together.set(place, cause.hazard(own));
                        return CumulativeIncidence.of(together).at(place, target.by()) - target.p();
                    },
                    own[k],
                    HazardFamily.LOG_REACH - own[k] - StrictMath.log(target.by()));
            if (Double.isNaN(level)) {
                throw new IllegalArgumentException(cause.name() + " cannot reach " + target.p() + " by day "
                        + target.by() + ": not enough of those its competitors leave can have it");
            }
            own[k] = level;
        }
        together.set(place, cause.hazard(own));
        System.arraycopy(own, 0, levels, first[i], own.length);
    }

    private List<Hazard> hazards(double[] levels) {
        List<Hazard> hazards = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            hazards.add(causes.get(i).hazard(Arrays.copyOfRange(levels, first[i], first[i + 1])));
        }
        return hazards;
    }

    /** Incidence less target, as a part of the target, at every rising point. */
    private double[] misses(double[] levels) {
        CumulativeIncidence incidence = CumulativeIncidence.of(hazards(levels));
        double[] misses = new double[levels.length];
        for (int i = 0; i < causes.size(); i++) {
            List<Cause.Target> rising = causes.get(i).rising();
            for (int k = 0; k < rising.size(); k++) {
                misses[first[i] + k] =
                        incidence.at(i, rising.get(k).by()) / rising.get(k).p() - 1;
            }
        }
        return misses;
    }

    private Solution checked() {
        List<Hazard> hazards = hazards(levels);
        List<Reached> reached = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            for (Cause.Target target : causes.get(i).targets()) {
                double found = IncidenceByTime.at(hazards, i, target.by());
                if (!(Math.abs(found - target.p()) <= CLAIMED)) {
                    throw new ArithmeticException(
                            "the solution for " + causes.get(i).name() + " gives " + found + " by day " + target.by()
                                    + " where " + target.p() + " was asked");
                }
                reached.add(new Reached(causes.get(i).name(), target.by(), target.p(), found));
            }
        }
        return new Solution(List.copyOf(hazards), List.copyOf(reached));
    }
}
