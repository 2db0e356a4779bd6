package marrow.dist;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The cumulative incidence of one cause by another road than {@link CumulativeIncidence}, to check it by: the plain
 * definition, integral of h_i(t) S(t) dt, by Gauss-Legendre rules on short panels of log t. It shares no formula with
 * the other but the hazards themselves, and uses h where the other uses the inverse of H.
 */
final class IncidenceByTime {
    private static final GaussIntegrator PANEL_RULE = new GaussIntegratorFactory().legendre(10, 0, 1);
    private static final double PANEL = 0.125; // in log t
    private static final double BEFORE_ALL = 1e-17; // own cumulative hazard that may be left out at the start

    private IncidenceByTime() {}

    static double at(List<Hazard> hazards, int cause, double t) {
        double first = hazards.get(cause).inverse(BEFORE_ALL);
        double[] ends = hazards.stream()
                .flatMapToDouble(hazard -> DoubleStream.of(hazard.cuts()))
                .filter(cut -> cut > first && cut < t)
                .sorted()
                .toArray();
        double sum = 0;
        double from = StrictMath.log(first);
        for (double end :
                DoubleStream.concat(Arrays.stream(ends), DoubleStream.of(t)).toArray()) {
            double to = StrictMath.log(end);
            int panels = (int) Math.ceil((to - from) / PANEL);
            for (int k = 0; k < panels; k++) {
                double start = from + (to - from) * k / panels;
                double width = (to - from) / panels;
                sum += width * PANEL_RULE.integrate(x -> eventsPerLogTime(hazards, cause, start + width * x));
            }
            from = to;
        }
        return sum;
    }

    private static double eventsPerLogTime(List<Hazard> hazards, int cause, double logTime) {
        double t = StrictMath.exp(logTime);
        double spent = 0;
        for (Hazard hazard : hazards) {
            spent += hazard.cumulative(t);
        }
        return hazards.get(cause).hazard(t) * t * StrictMath.exp(-spent);
    }
}
