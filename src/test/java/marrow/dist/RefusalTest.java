package marrow.dist;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** What is not a law is refused at the door, and the message holds the value. */
class RefusalTest {
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static void refused(List<DoubleFunction<?>> makers, double... values) {
        for (int i = 0; i < makers.size(); i++) {
            DoubleFunction<?> maker = makers.get(i);
            for (double value : values) {
                String message = assertThrows(
                                IllegalArgumentException.class,
                                () -> maker.apply(value),
                                "maker " + i + " took " + value)
                        .getMessage();
                assertTrue(message.contains(String.valueOf(value)), "maker " + i + ": " + message);
            }
        }
    }

    @Test
    void what_must_be_positive() {
        refused(
                List.of(
                        Exponential::ofRate,
                        Exponential::ofMean,
                        Exponential::ofMedian,
                        x -> Exponential.reaching(0.2, x),
                        x -> Weibull.of(x, 1),
                        x -> Weibull.of(1, x),
                        x -> Weibull.ofMedian(x, 1),
                        x -> Weibull.ofMedian(1, x),
                        x -> Weibull.ofMean(x, 1),
                        x -> Weibull.ofMean(1, x),
                        x -> Weibull.reaching(x, 0.2, 1),
                        x -> Weibull.reaching(1, 0.2, x),
                        x -> Weibull.ofQuantiles(0.1, x, 0.2, 5),
                        Weibull::family,
                        x -> Gompertz.of(x, 1),
                        x -> Gompertz.ofMedian(1, x),
                        x -> Gompertz.ofMean(1, x),
                        x -> Gompertz.reaching(1, 0.2, x),
                        x -> LogLogistic.of(x, 1),
                        x -> LogLogistic.of(1, x),
                        x -> LogLogistic.ofMedian(1, x),
                        x -> LogLogistic.ofMean(2, x),
                        x -> LogLogistic.ofMean(x, 2),
                        x -> LogLogistic.reaching(x, 0.2, 1),
                        x -> LogLogistic.reaching(1, 0.2, x),
                        LogLogistic::family,
                        x -> LognormalHazard.ofMedian(x, 1),
                        x -> LognormalHazard.ofMedian(1, x),
                        x -> LognormalHazard.ofMean(x, 1),
                        x -> LognormalHazard.ofMean(1, x),
                        x -> LognormalHazard.reaching(x, 0.2, 1),
                        LognormalHazard::family,
                        x -> PiecewiseExponential.of(new double[] {x}, new double[] {1, 1}),
                        x -> PiecewiseExponential.reaching(new double[] {0.2}, new double[] {x}),
                        x -> Cure.reaching(0.2, Exponential.family(), 0.3, x),
                        x -> Weibull.family(1).reaching(0.2, x),
                        x -> Normal.of(0, x),
                        x -> Lognormal.ofMedian(x, 1),
                        x -> Lognormal.ofMedian(1, x),
                        x -> Lognormal.ofMean(x, 1),
                        x -> Lognormal.ofMean(1, x),
                        x -> Gamma.of(x, 1),
                        x -> Gamma.of(1, x),
                        x -> Gamma.ofMean(x, 1),
                        x -> Gamma.ofMean(1, x),
                        x -> Gamma.ofMedian(x, 1),
                        x -> Gamma.ofMedian(1, x),
                        x -> Beta.of(x, 1, 0, 1),
                        x -> Beta.of(1, x, 0, 1),
                        x -> Beta.ofMean(0.5, x, 0, 1),
                        x -> new Cause.Target(0.1, x)),
                0,
                -1.5,
                NAN,
                INF);
    }

    @Test
    void what_must_be_a_probability_strictly_inside() {
        refused(
                List.of(
                        p -> Exponential.reaching(p, 5),
                        p -> Weibull.reaching(1, p, 5),
                        p -> Weibull.ofQuantiles(p, 1, 0.9, 5),
                        p -> Weibull.ofQuantiles(0.1, 1, p, 5),
                        p -> Gompertz.reaching(1, p, 5),
                        p -> LogLogistic.reaching(1, p, 5),
                        p -> LogLogistic.ofQuantiles(0.1, 1, p, 5),
                        p -> LognormalHazard.reaching(1, p, 5),
                        p -> PiecewiseExponential.reaching(new double[] {p}, new double[] {5}),
                        p -> Cure.of(p, Exponential.ofRate(1)),
                        p -> Cure.family(p, Exponential.family()),
                        p -> Cure.reaching(p, Exponential.family(), 0.1, 5),
                        p -> Cure.reaching(0.1, Exponential.family(), p, 5),
                        p -> Exponential.family().reaching(p, 5),
                        p -> Normal.ofQuantiles(p, 1, 0.9, 5),
                        p -> Lognormal.reaching(1, p, 5),
                        p -> Gamma.reaching(1, p, 5),
                        p -> Gamma.ofQuantiles(0.1, 1, p, 5),
                        p -> Beta.ofQuantiles(p, 0.2, 0.9, 0.5, 0, 1),
                        p -> new Cause.Target(p, 5)),
                0,
                1,
                -0.1,
                1.2,
                NAN);
    }

    @Test
    void what_must_be_finite() {
        refused(
                List.of(
                        Fixed::of,
                        x -> Uniform.of(x, 1),
                        x -> Uniform.of(1, x),
                        x -> Triangular.of(x, 1, 2),
                        x -> Triangular.of(0, x, 2),
                        x -> Triangular.of(0, 1, x),
                        x -> Normal.of(x, 1),
                        x -> Gompertz.of(1, x),
                        Gompertz::family,
                        x -> PiecewiseExponential.of(new double[] {1}, new double[] {x, 1}),
                        x -> Beta.of(1, 1, x, 1),
                        x -> Beta.of(1, 1, 0, x)),
                NAN,
                INF);
    }

    @Test
    void what_must_rise() {
        refused(
                List.of(
                        x -> Uniform.of(10, x),
                        x -> Triangular.of(10, 15, x),
                        x -> Normal.of(0, 1).within(10, x),
                        x -> Weibull.ofQuantiles(0.1, 10, 0.2, x),
                        x -> LogLogistic.ofQuantiles(0.1, 10, 0.2, x),
                        x -> Beta.ofQuantiles(0.1, 10, 0.2, x, 0, 100),
                        x -> PiecewiseExponential.of(new double[] {10, x}, new double[] {1, 2, 3}),
                        x -> PiecewiseExponential.reaching(new double[] {0.1, 0.2}, new double[] {10, x})),
                10,
                7.5,
                NAN);
        refused(
                List.of(
                        p -> Weibull.ofQuantiles(0.4, 10, p, 20),
                        p -> Gamma.ofQuantiles(0.4, 10, p, 20),
                        p -> Beta.ofQuantiles(0.4, 10, p, 20, 0, 100),
                        p -> PiecewiseExponential.reaching(new double[] {0.4, p}, new double[] {10, 20})),
                0.3);
    }

    @Test
    void what_cannot_be() {
        refused(
                List.of(
                        sd -> Beta.ofMean(0.5, sd, 0, 1), // at most 0.5
                        p -> Cure.reaching(0.5, Exponential.family(), p, 1)),
                0.5,
                0.6);
        refused(List.of(p -> Cure.family(0.5, Exponential.family()).reaching(p, 1)), 0.51, 0.9);
        refused(List.of(mean -> Beta.ofMean(mean, 0.1, 0, 1)), 0, 1, -3, NAN);
        refused(List.of(slope -> Gompertz.ofMean(slope, 100)), -0.01, NAN, INF); // defective: no mean
        refused(List.of(shape -> LogLogistic.ofMean(shape, 100)), 1, 0.5); // infinite mean
        refused(List.of(rate -> PiecewiseExponential.of(new double[] {1}, new double[] {rate, rate})), 0, -0.5);
        refused(List.of(lower -> Gamma.of(1, 1).within(lower, 2e6)), 1e6); // no mass there
        refused(List.of(p -> Normal.of(0, 1).quantile(p), p -> Gamma.of(2, 1).quantile(p)), -0.1, 1.1, NAN);
    }

    @Test
    void lists_that_do_not_fit() {
        assertThrows(
                IllegalArgumentException.class,
                () -> PiecewiseExponential.of(new double[] {1, 2}, new double[] {1, 2}));
        assertThrows(
                IllegalArgumentException.class,
                () -> PiecewiseExponential.reaching(new double[] {0.1, 0.2}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Cause.through("relapse", List.of()));
        assertThrows(IllegalArgumentException.class, () -> CumulativeIncidence.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Cure.of(0.5, null));
    }
}
