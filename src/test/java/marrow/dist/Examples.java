package marrow.dist;

import java.util.List;

/** One law or more of every kind, with shapes on both sides of every change of formula; times in days. */
final class Examples {
    private Examples() {}

    static List<Hazard> hazards() {
        return List.of(
                Exponential.ofRate(0.002),
                Weibull.of(0.4, 900),
                Weibull.of(1, 400),
                Weibull.of(2.5, 30),
                Gompertz.of(1e-3, 5e-4),
                Gompertz.of(1e-2, -2e-3),
                Gompertz.of(5e-3, 0),
                LogLogistic.of(0.8, 200),
                LogLogistic.of(1, 200),
                LogLogistic.of(4, 20),
                LognormalHazard.ofMedian(25, 0.5),
                LognormalHazard.ofMedian(400, 2),
                PiecewiseExponential.of(new double[] {}, new double[] {0.01}),
                PiecewiseExponential.of(new double[] {28, 100, 365.25}, new double[] {0.01, 0, 0.002, 5e-4}),
                PiecewiseExponential.of(new double[] {28, 100}, new double[] {0, 0.01, 0}),
                Cure.of(0.4, Weibull.of(0.7, 400)),
                Cure.of(0.99, Exponential.ofMean(50)),
                Cure.of(1e-12, LogLogistic.of(2, 20)),
                Cure.of(0.3, PiecewiseExponential.of(new double[] {28, 100}, new double[] {0.01, 0.03, 0.002})));
    }

    static List<Distribution> distributions() {
        return List.of(
                Uniform.of(-3, 11),
                Triangular.of(10, 14, 28),
                Triangular.of(10, 10, 28),
                Triangular.of(10, 28, 28),
                Normal.of(38, 13),
                Lognormal.ofMedian(25, 0.5),
                Gamma.of(0.3, 50),
                Gamma.of(1, 50),
                Gamma.of(3.7, 9),
                Gamma.of(400, 0.1),
                Beta.of(0.4, 0.7, 0, 1),
                Beta.of(5, 2, 18, 70),
                Beta.of(1, 1, -1, 1),
                Empirical.of(new double[] {0, 0.25, 0.5, 0.75, 1}, new double[] {1, 4, 6, 11, 18}),
                Normal.of(38, 13).within(18, 70),
                Normal.of(0, 1).within(5, Double.POSITIVE_INFINITY),
                Normal.of(0, 1).within(-7, -5),
                Lognormal.ofMedian(25, 0.5).within(0, 40),
                Triangular.of(10, 14, 28).within(12, 20),
                Gamma.of(3.7, 9).within(20, 50),
                Gamma.of(2, 1).within(30, 50),
                Beta.of(5, 2, 18, 70).within(18, 40));
    }
}
