package marrow.dist;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The cumulative incidence of one cause by another road than {@link CumulativeIncidence}, to check it by: the plain
 * definition, integral of h_i(t) S(t) dt, by Gauss-Legendre rules on panels of log t that are halved until two sums
 * agree. It shares no formula with the other but the hazards themselves, and uses h where the other uses the inverse of
 * H.
 */
final class IncidenceByTime {
    private static final GaussIntegrator PANEL_RULE = new GaussIntegratorFactory().legendre(10, 0, 1);
    private static final double WIDEST_PANEL = 0.5; // in log t
    private static final int MOST_HALVINGS = 8;
    private static final double AGREEMENT = 1e-12; // of two sums
    private static final double BEFORE_ALL = 1e-17; // own cumulative hazard that may be left out at the start

    private final List<Hazard> hazards;
    private final int cause;

    private IncidenceByTime(List<Hazard> hazards, int cause) {
        this.hazards = hazards;
        this.cause = cause;
    }

    static double at(List<Hazard> hazards, int cause, double t) {
        double first = hazards.get(cause).inverse(BEFORE_ALL);
        double[] ends = hazards.stream()
                .flatMapToDouble(hazard -> DoubleStream.of(hazard.cuts()))
                .filter(cut -> cut > first && cut < t)
                .sorted()
                .toArray();
        IncidenceByTime integrand = new IncidenceByTime(hazards, cause);
        double sum = 0;
        double from = StrictMath.log(first);
        for (double end :
                DoubleStream.concat(Arrays.stream(ends), DoubleStream.of(t)).toArray()) {
            double to = StrictMath.log(end);
            sum += integrand.between(from, to);
            from = to;
        }
        return sum;
    }

    private double between(double from, double to) {
        int panels = (int) Math.ceil((to - from) / WIDEST_PANEL);
        double sum = inPanels(panels, from, to);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double coarser = sum;
            panels *= 2;
            sum = inPanels(panels, from, to);
            if (Math.abs(sum - coarser) <= AGREEMENT) {
                break;
            }
        }
        return sum;
    }

    private double inPanels(int panels, double from, double to) {
        double width = (to - from) / panels;
        double sum = 0;
        for (int k = 0; k < panels; k++) {
            double start = from + k * width;
            sum += width * PANEL_RULE.integrate(x -> eventsPerLogTime(start + width * x));
        }
        return sum;
    }

    private double eventsPerLogTime(double logTime) {
        double t = StrictMath.exp(logTime);
        double spent = 0;
        for (Hazard hazard : hazards) {
            spent += hazard.cumulative(t);
        }
        return hazards.get(cause).hazard(t) * t * StrictMath.exp(-spent);
    }
}
