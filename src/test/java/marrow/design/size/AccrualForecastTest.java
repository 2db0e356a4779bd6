package marrow.design.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.design.Study;
import marrow.trial.Arm;
import marrow.trial.Intensity;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.FullDay;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

/** How long accrual takes, where theory says it: patient n of a Poisson process comes after a gamma-distributed time. */
class AccrualForecastTest {
    private static final double MONTH = 365.25 / 12;

    private static Plan coming(Recruitment recruitment) {
        Plan plan = SmallTrials.t3().plan();
        return new Plan(
                31,
                recruitment,
                plan.allocation(),
                List.of(plan.arms().toArray(Arm[]::new)),
                plan.followUp(),
                plan.horizonDays(),
                plan.seed());
    }

    /** 4.9 standard errors of each of some eight numbers: were the seed not fixed, one would be off with chance 1e-5. */
    @Test
    void a_constant_rate_is_a_gamma_law() {
        double perDay = 1.8 / MONTH;
        AccrualForecast forecast = AccrualForecast.of(
                coming(Recruitment.poisson(Intensity.steps(new double[] {0}, new double[] {perDay}))));
        assertEquals(31 / perDay, forecast.days().value(), 4.9 * forecast.days().mcse());
        assertEquals(
                Math.sqrt(31) / perDay / 100,
                forecast.days().mcse(),
                0.05 * forecast.days().mcse());
        assertTrue(forecast.byMonth().size() >= 6);
        for (AccrualForecast.ByMonth one : forecast.byMonth()) {
            double chance = new GammaDistribution(null, 31, 1 / perDay).cumulativeProbability(one.month() * MONTH);
            assertEquals(chance, one.full().value(), 4.9 * Math.sqrt(chance * (1 - chance) / 10_000), one.month() + "");
        }
    }

    @Test
    void regular_arrivals_have_no_chance() {
        AccrualForecast forecast =
                AccrualForecast.of(coming(Recruitment.regular(Intensity.steps(new double[] {0}, new double[] {0.1}))));
        assertEquals(305, forecast.days().value(), 1e-6);
        assertEquals(1, forecast.byMonth().size());
        assertEquals(1, forecast.byMonth().get(0).full().value());
    }

    @Test
    void the_days_are_those_of_the_trials() {
        Study study = SmallTrials.maintenance();
        Cohort cohort = Cohort.of(study.plan(), study.endpoints());
        FullDay full = FullDay.of(study.plan());
        for (int replicate : new int[] {0, 7, 3}) {
            cohort.enrol(replicate);
            assertEquals(cohort.lastArrivalDay(), full.in(replicate));
        }
    }
}
