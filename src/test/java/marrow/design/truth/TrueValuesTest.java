package marrow.design.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.analysis.Analysis;
import marrow.analysis.Estimand;
import marrow.design.Role;
import marrow.design.Study;
import marrow.design.metric.Metric;
import marrow.design.metric.StudyReplicates;
import marrow.look.WrittenTrials;
import marrow.montecarlo.Estimate;
import marrow.scenario.Reading;
import marrow.scenario.ScenarioReader;
import marrow.stats.regression.FineGray;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.IncidenceVariance;
import marrow.stats.survival.SurvivalSample;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/**
 * True values against closed forms, with relapse at 0.5 or 0.325 and death without it at 0.2 a year. Bounds are 4.9 of the errors that
 * are told: were the seed not fixed, a right program would break one with chance 1e-6.
 */
class TrueValuesTest {
    private static final int PATIENTS = 1 << 16;
    private static final double YEAR = 365.25;
    private static final double USUAL = 0.7;
    private static final double NEW = 0.525;

    private static final Path RATIOS = Path.of("src/test/resources/marrow/design/ratios.yaml");

    private final Study study = study();
    private final TrueValues values = TrueValues.of(study.plan(), study.variables(), PATIENTS, 2);

    static Study study() {
        return study(Path.of("src/test/resources/marrow/design/two-arms.yaml"));
    }

    static Study study(Path scenario) {
        Reading reading = ScenarioReader.read(scenario, Map.of());
        assertEquals(List.of(), reading.problems().all());
        return reading.scenario().orElseThrow().trial().orElseThrow().study();
    }

    private Endpoint endpoint(String name) {
        return study.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Estimate truth(String analysis) {
        Analysis asked = study.analyses().stream()
                .filter(one -> one.name().equals(analysis))
                .findFirst()
                .orElseThrow();
        return values.of(asked.endpoint(), asked.estimand()).orElseThrow();
    }

    private static void near(double expected, Estimate found, double error) {
        assertEquals(expected, found.value(), 4.9 * found.mcse(), "with error " + found.mcse());
        assertEquals(error, found.mcse(), 0.05 * error, "the error that is told");
    }

    private static double survival(double rate, double years) {
        return StrictMath.exp(-rate * years);
    }

    @Test
    void survival_and_incidence_at_a_landmark() {
        double s = survival(USUAL, 1);
        near(
                s,
                values.of(endpoint("EFS"), new Estimand.Survival(0, YEAR)).orElseThrow(),
                Math.sqrt(s * (1 - s) / PATIENTS));
        double f = 0.325 / NEW * (1 - survival(NEW, 1));
        near(
                f,
                values.of(endpoint("relapse"), new Estimand.Incidence(1, YEAR)).orElseThrow(),
                Math.sqrt(f * (1 - f) / PATIENTS));
    }

    /** Counted where all are followed, with the error of a share; Aalen's is that but for a part in n. */
    @Test
    void what_is_counted_is_what_the_curve_says() {
        for (String name : List.of("EFS", "relapse")) {
            TimeToEvent endpoint = (TimeToEvent) endpoint(name);
            for (double day : new double[] {0, 100, YEAR, 4 * YEAR}) {
                AalenJohansen curve = values.curve(endpoint, 1);
                Estimate counted =
                        values.of(endpoint, new Estimand.Incidence(1, day)).orElseThrow();
                assertEquals(curve.incidence(1, day), counted.value(), 1e-10, name);
                double error = curve.standardError(1, day, IncidenceVariance.AALEN);
                assertEquals(error, counted.mcse(), 1e-3 * error, name);
            }
        }
    }

    /** They are at risk from their entry on, so that nobody can be counted. */
    @Test
    void where_patients_come_in_late_the_curve_is_read() {
        Study maintenance = study(Path.of("scenarios/post-hsct-maintenance.yaml"));
        TimeToEvent pfs = (TimeToEvent) maintenance.endpoints().stream()
                .filter(one -> one.name().equals("PFS"))
                .findFirst()
                .orElseThrow();
        TrueValues late = TrueValues.of(maintenance.plan(), List.of(pfs), PATIENTS / 4, 2);
        AalenJohansen curve = late.curve(pfs, 0);
        Estimate read = late.of(pfs, new Estimand.Incidence(0, 2 * YEAR)).orElseThrow();
        assertEquals(curve.incidence(1, 2 * YEAR), read.value());
        assertEquals(curve.standardError(1, 2 * YEAR, IncidenceVariance.AALEN), read.mcse());
        Rows rows = late.cohort(0).rows(pfs);
        assertTrue(rows.entry() != null, "some come in late");
        assertTrue(rows.counted(pfs.causes(), 2 * YEAR).isEmpty());
    }

    @Test
    void differences() {
        double s1 = survival(NEW, 1);
        double s0 = survival(USUAL, 1);
        near(s1 - s0, truth("milestone"), Math.sqrt((s1 * (1 - s1) + s0 * (1 - s0)) / PATIENTS));
        double f1 = 0.325 / NEW * (1 - s1);
        double f0 = 0.5 / USUAL * (1 - s0);
        near(f1 - f0, truth("share"), Math.sqrt((f1 * (1 - f1) + f0 * (1 - f0)) / PATIENTS));
    }

    /** The mean of min(T, 2) is (1 - S(2)) / rate, its second moment 2 (1 - S(2) (1 + 2 rate)) / rate^2. */
    @Test
    void restricted_means_in_days() {
        double difference = YEAR * ((1 - survival(NEW, 2)) / NEW - (1 - survival(USUAL, 2)) / USUAL);
        near(
                difference,
                truth("mean"),
                YEAR * Math.sqrt((varianceOfRestricted(NEW) + varianceOfRestricted(USUAL)) / PATIENTS));
    }

    private static double varianceOfRestricted(double rate) {
        double s = survival(rate, 2);
        double mean = (1 - s) / rate;
        return 2 * (1 - s * (1 + 2 * rate)) / (rate * rate) - mean * mean;
    }

    /** The variance of the logarithm is about 1/events + 1/events at a small difference, here a bit more. */
    @Test
    void hazard_ratios() {
        assertEquals(
                StrictMath.log(NEW / USUAL),
                truth("ratio").value(),
                4.9 * truth("ratio").mcse());
        assertEquals(
                StrictMath.log(0.65),
                truth("cause").value(),
                4.9 * truth("cause").mcse());
        double events = PATIENTS * 0.325 / NEW * (1 - survival(NEW, 5));
        double others = PATIENTS * 0.5 / USUAL * (1 - survival(USUAL, 5));
        double error = Math.sqrt(1 / events + 1 / others);
        assertEquals(error, truth("cause").mcse(), 0.05 * error);
    }

    /** In the short time that 100,000 patients need. */
    @Test
    void subdistribution_hazard_ratio_is_that_of_fine_and_gray() {
        TrueValues few = TrueValues.of(study.plan(), study.variables(), 1, 1);
        TimeToEvent relapse = (TimeToEvent) endpoint("relapse");
        Estimate found =
                few.of(relapse, new Estimand.LogHazardRatio(1, 0, true, null)).orElseThrow();
        Rows[] arms = new Rows[2];
        int n = 0;
        for (int arm = 0; arm < 2; arm++) {
            arms[arm] = few.cohort(arm).rows(relapse);
            n += arms[arm].size();
        }
        double[] time = new double[n];
        int[] status = new int[n];
        double[][] later = new double[1][n];
        int at = 0;
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < arms[arm].size(); i++) {
                time[at] = arms[arm].time()[i];
                status[at] = arms[arm].status()[i];
                later[0][at++] = arm;
            }
        }
        FineGray fit = FineGray.of(SurvivalSample.of(time, status), later, 1);
        assertEquals(fit.coefficient(0), found.value(), 1e-9);
        assertTrue(n > 8000, n + " patients");
    }

    /**
     * Relapse at 0.5 a year, death that competes at 0.3 or 1.5, an intercurrent event that censors at 1.5, to 3 years. The limit of Fine
     * and Gray's estimator with weights for censoring, by quadrature (numpy, 60,000 steps of the risk sets): -0.46897. Were who
     * competes kept at risk for ever, -0.62018.
     */
    @Test
    void a_subdistribution_hazard_ratio_where_an_intercurrent_event_censors() {
        Estimate found = ratio("subdistribution");
        assertEquals(-0.46897, found.value(), 4.9 * found.mcse());
        assertTrue(found.mcse() < 0.015, "error " + found.mcse());
    }

    /** 0.5 in each stratum; of everybody together it is nearer to 1, since those at high risk of the usual arm go first. */
    @Test
    void a_hazard_ratio_within_strata() {
        Estimate within = ratio("within");
        assertEquals(StrictMath.log(0.5), within.value(), 4.9 * within.mcse());
        assertTrue(ratio("everybody").value() > within.value() + 10 * within.mcse(), "everybody");
    }

    /** Half of the patients of each arm are in either stratum, and 1 - exp(-rate/2) of them have an infection within half a year. */
    @Test
    void an_odds_ratio_common_to_strata() {
        double ratio = 0;
        double less = 0;
        for (double rate : new double[] {3, 0.3}) {
            double usual = 1 - survival(rate, 0.5);
            double fewer = 1 - survival(rate / 2, 0.5);
            ratio += fewer * (1 - usual);
            less += usual * (1 - fewer);
        }
        Estimate found = ratio("odds");
        assertEquals(StrictMath.log(ratio / less), found.value(), 4.9 * found.mcse());
        assertTrue(found.mcse() < 0.015, "error " + found.mcse());
    }

    /** Bound: 3 Monte Carlo errors of the coverage, which a right program would leave with chance 0.3 %, were the seed not fixed. */
    @Test
    void intervals_cover_an_odds_ratio_common_to_strata() {
        Study ratios = study(RATIOS);
        List<Analysis> odds = ratios.analyses().stream()
                .filter(one -> one.name().equals("odds"))
                .toList();
        Study alone = new Study(ratios.plan(), List.of(), Map.of(), odds);
        StudyReplicates trials = StudyReplicates.of(
                alone, Role.ALTERNATIVE, TrueValues.of(alone.plan(), alone.variables(), PATIENTS, 2));
        List<Metric> found = WrittenTrials.results(trials, 2000).analyses().get("odds");
        assertEquals(0.95, WrittenTrials.value(found, "coverage"), 3 * Math.sqrt(0.95 * 0.05 / 2000));
        Estimate bias = WrittenTrials.estimate(found, "bias");
        assertEquals(0, bias.value(), 0.02, "of a ratio of 0.4, with an error of " + bias.mcse());
    }

    private static Estimate ratio(String analysis) {
        Study ratios = study(RATIOS);
        Analysis asked = ratios.analyses().stream()
                .filter(one -> one.name().equals(analysis))
                .findFirst()
                .orElseThrow();
        return TrueValues.of(ratios.plan(), ratios.variables(), PATIENTS, 2)
                .of(asked.endpoint(), asked.estimand())
                .orElseThrow();
    }

    @Test
    void nothing_is_known_beyond_the_horizon() {
        assertTrue(
                values.of(endpoint("EFS"), new Estimand.Survival(0, 6 * YEAR)).isEmpty());
        assertTrue(values.of(endpoint("EFS"), new Estimand.RestrictedMean(0, 6 * YEAR))
                .isEmpty());
        assertTrue(values.of(endpoint("EFS"), new Estimand.None()).isEmpty());
    }

    @Test
    void the_number_of_threads_does_not_matter() {
        TrueValues alone = TrueValues.of(study.plan(), study.variables(), 20_000, 1);
        TrueValues many = TrueValues.of(study.plan(), study.variables(), 20_000, 5);
        for (Analysis analysis : study.analyses()) {
            assertEquals(
                    alone.of(analysis.endpoint(), analysis.estimand()),
                    many.of(analysis.endpoint(), analysis.estimand()),
                    analysis.name());
        }
    }
}
