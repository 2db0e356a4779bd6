package marrow.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.design.Study;
import marrow.scenario.Reading;
import marrow.scenario.ScenarioReader;
import marrow.stats.comparison.Gray;
import marrow.stats.comparison.LogRank;
import marrow.stats.comparison.MantelByar;
import marrow.stats.comparison.MaxCombo;
import marrow.stats.comparison.MilestoneDifference;
import marrow.stats.comparison.RestrictedMeanDifference;
import marrow.stats.comparison.Weighting;
import marrow.stats.law.ConfidenceScale;
import marrow.stats.law.Gaussian;
import marrow.stats.proportion.ChiSquareTable;
import marrow.stats.proportion.CochranMantelHaenszel;
import marrow.stats.proportion.FisherExact;
import marrow.stats.regression.Cox;
import marrow.stats.regression.FineGray;
import marrow.stats.regression.Ties;
import marrow.stats.survival.SurvivalSample;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each comparison that a scenario names says of a trial what the statistic says of the same rows, picked here one by one. */
class ComparisonsTest {
    private static final int USUAL = 0;
    private static final int NEW = 1;
    private static final int NEWEST = 2;
    private static final double YEAR = 365.25;

    private final Study study = study();
    private final Cohort cohort = Cohort.of(study.plan(), needs());
    private final Data data = Data.of(cohort, needs());

    private static Study study() {
        Reading reading = ScenarioReader.read(Path.of("src/test/resources/marrow/analysis/three-arms.yaml"), Map.of());
        assertEquals(List.of(), reading.problems().all());
        return reading.scenario().orElseThrow().trial().orElseThrow().study();
    }

    private Set<Endpoint> needs() {
        Set<Endpoint> needs = new LinkedHashSet<>(study.endpoints());
        study.analyses().forEach(analysis -> needs.addAll(analysis.needs()));
        return needs;
    }

    @BeforeEach
    void enrol() {
        cutTrial(0);
    }

    private void cutTrial(int replicate) {
        cohort.enrol(replicate);
        data.cutOn(Calendar.of(cohort, study.plan().followUp()).cutDay());
    }

    private Finding of(String analysis) {
        Analysis found = study.analyses().stream()
                .filter(one -> one.name().equals(analysis))
                .findFirst()
                .orElseThrow();
        Finding finding = new Finding();
        finding.clear();
        found.desk(data).analyse(finding);
        return finding;
    }

    /** The rows of some groups of an endpoint: group g is {@code arms[g]}, or with no arms that of the answer. */
    private final class Rows {
        private final List<Integer> row = new ArrayList<>();
        private final List<Integer> group = new ArrayList<>();
        private final Sample sample;
        private final boolean causes;

        Rows(String endpoint, boolean causes, Integer... arms) {
            sample = data.sample((TimeToEvent) named(endpoint));
            this.causes = causes;
            for (int i = 0; i < sample.size(); i++) {
                int where = arms.length == 0
                        ? data.answers((Response) named("CR")).answer(sample.patient()[i])
                        : Arrays.asList(arms).indexOf(sample.arm()[i]);
                if (where >= 0) {
                    row.add(i);
                    group.add(where);
                }
            }
        }

        SurvivalSample columns() {
            return SurvivalSample.of(
                    row.stream().mapToDouble(i -> sample.time()[i]).toArray(),
                    row.stream()
                            .mapToInt(i -> causes ? sample.status()[i] : sample.status()[i] == 1 ? 1 : 0)
                            .toArray());
        }

        int[] group() {
            return group.stream().mapToInt(g -> g).toArray();
        }

        double[][] covariate() {
            return new double[][] {group.stream().mapToDouble(g -> g).toArray()};
        }

        int[] sex() {
            return row.stream()
                    .mapToInt(i -> ComparisonsTest.this.sex(sample.patient()[i]))
                    .toArray();
        }

        int[] patients() {
            return row.stream().mapToInt(i -> sample.patient()[i]).toArray();
        }
    }

    private int sex(int patient) {
        return data.strata(new Stratification(List.of("sex"))).stratum(patient);
    }

    private Endpoint named(String name) {
        return study.endpoints().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LogRank logRank(Rows rows, int groups) {
        return LogRank.of(rows.columns(), rows.group(), groups, Weighting.LOG_RANK);
    }

    @Test
    void log_rank_of_all_arms() {
        Rows rows = new Rows("OS", false, USUAL, NEW, NEWEST);
        assertEquals(logRank(rows, 3).p(), of("all").p());
        assertEquals(90, of("all").patients());
    }

    @Test
    void the_later_of_two_arms_is_hoped_to_have_fewer_events() {
        LogRank test = logRank(new Rows("OS", false, USUAL, NEW), 2);
        assertEquals(test.pFewer(), of("two").p());
        assertEquals(1 - test.pFewer(), of("turned").p(), 1e-12);
        assertEquals(1 - test.pFewer(), of("other-side").p(), 1e-12);
        assertEquals(60, of("two").patients());
    }

    @Test
    void what_competes_is_censored_by_a_hazard() {
        assertEquals(
                logRank(new Rows("relapse", false, USUAL, NEWEST), 2).pFewer(),
                of("cause-specific").p());
    }

    @Test
    void strata_and_weights() {
        Rows rows = new Rows("OS", false, USUAL, NEW);
        assertEquals(
                LogRank.stratified(rows.columns(), rows.group(), 2, rows.sex(), Weighting.LOG_RANK)
                        .p(),
                of("stratified").p());
        Weighting late = Weighting.flemingHarrington(0, 1);
        assertEquals(
                LogRank.of(rows.columns(), rows.group(), 2, late).pFewer(),
                of("late").p());
        assertEquals(
                LogRank.of(rows.columns(), rows.group(), 2, Weighting.GEHAN).pFewer(),
                of("gehan").p());
        assertEquals(
                MaxCombo.of(rows.columns(), rows.group(), MaxComboComparison.USUAL.toArray(Weighting[]::new))
                        .pFewer(),
                of("combo").p());
    }

    @Test
    void responders_against_the_others() {
        Rows rows = new Rows("OS", false);
        assertEquals(logRank(rows, 2).pFewer(), of("responders").p());
        assertTrue(of("responders").patients() < 90, "somebody was lost before 60 days");
    }

    @Test
    void after_the_change_in_the_group_of_the_changed() {
        Rows rows = new Rows("OS", false, USUAL, NEW, NEWEST);
        Map<Integer, Double> changes = new HashMap<>();
        Sample change = data.sample((TimeToEvent) named("to-CR"));
        for (int i = 0; i < change.size(); i++) {
            if (change.status()[i] == 1) {
                changes.put(change.patient()[i], change.time()[i]);
            }
        }
        double[] day = Arrays.stream(rows.patients())
                .mapToDouble(who -> changes.getOrDefault(who, Double.POSITIVE_INFINITY))
                .toArray();
        assertEquals(
                MantelByar.of(rows.columns(), day, Weighting.LOG_RANK).pFewer(),
                of("mantel-byar").p());
    }

    @Test
    void hazard_ratios_with_their_tests_and_intervals() {
        Rows rows = new Rows("OS", false, USUAL, NEW);
        Cox fit = Cox.of(rows.columns(), rows.covariate(), Ties.EFRON);
        Finding cox = of("cox");
        double error = Math.sqrt(fit.variance(0, 0));
        assertEquals(fit.coefficient(0), cox.estimate());
        assertEquals(error, cox.standardError());
        assertEquals(Gaussian.lowerTail(fit.coefficient(0) / error), cox.p(), 1e-12);
        assertEquals(fit.coefficient(0) - 1.959963984540054 * error, cox.lower(), 1e-12);
        assertEquals(fit.coefficient(0) + 1.959963984540054 * error, cox.upper(), 1e-12);
        Cox stratified = Cox.stratified(rows.columns(), rows.sex(), rows.covariate(), Ties.BRESLOW);
        assertEquals(stratified.p(stratified.score()), of("cox-score").p(), 1e-12);
        assertEquals(stratified.coefficient(0), of("cox-score").estimate());
        Rows relapse = new Rows("relapse", false, USUAL, NEW);
        Cox ratio = Cox.of(relapse.columns(), relapse.covariate(), Ties.EFRON);
        assertEquals(ratio.p(ratio.likelihoodRatio()), of("cox-ratio").p(), 1e-12);
    }

    @Test
    void differences_of_curves() {
        Rows rows = new Rows("OS", false, USUAL, NEW);
        RestrictedMeanDifference mean = RestrictedMeanDifference.of(rows.columns(), rows.group(), YEAR);
        assertEquals(mean.pGreater(), of("mean").p());
        assertEquals(mean.difference(), of("mean").estimate());
        MilestoneDifference milestone =
                MilestoneDifference.of(rows.columns(), rows.group(), YEAR / 2, ConfidenceScale.PLAIN);
        assertEquals(milestone.pTwoSided(), of("milestone").p());
        assertEquals(milestone.difference(), of("milestone").estimate());
        assertEquals(milestone.interval(0.95).lower(), of("milestone").lower());
    }

    @Test
    void beside_what_competes() {
        Rows three = new Rows("relapse", true, USUAL, NEW, NEWEST);
        assertEquals(
                Gray.of(three.columns(), three.group(), 3, 1, 0).p(), of("gray").p());
        Rows two = new Rows("relapse", true, USUAL, NEW);
        Gray stratified = Gray.stratified(two.columns(), two.group(), 2, two.sex(), 1, 0);
        assertEquals(
                Gaussian.lowerTail(stratified.score(1) / Math.sqrt(stratified.variance(1, 1))),
                of("gray-two").p());
        FineGray fit = FineGray.of(two.columns(), two.covariate(), 1);
        assertEquals(fit.coefficient(0), of("fine-gray").estimate());
        assertEquals(
                Gaussian.lowerTail(fit.coefficient(0) / Math.sqrt(fit.variance(0, 0))),
                of("fine-gray").p());
    }

    /** Responses and failures of two arms, of this sex or, below 0, of both: of the later arm first. */
    private int[] table(int sex, int... arms) {
        Answers answers = data.answers((Response) named("CR"));
        int[] table = new int[2 * arms.length];
        for (int i = 0; i < answers.patients(); i++) {
            for (int g = 0; g < arms.length; g++) {
                if (answers.arm(i) == arms[g] && answers.answer(i) >= 0 && (sex < 0 || sex(i) == sex)) {
                    table[2 * g + 1 - answers.answer(i)]++;
                }
            }
        }
        return table;
    }

    @Test
    void shares_of_responses() {
        int[] two = table(-1, NEW, USUAL);
        assertEquals(
                FisherExact.of(two[0], two[1], two[2], two[3]).pGreater(),
                of("fisher").p());
        double of = (double) two[0] / (two[0] + two[1]);
        double reference = (double) two[2] / (two[2] + two[3]);
        assertEquals(of - reference, of("fisher").estimate(), 1e-15);
        assertEquals(
                Math.sqrt(of * (1 - of) / (two[0] + two[1]) + reference * (1 - reference) / (two[2] + two[3])),
                of("fisher").standardError(),
                1e-15);
        double root = Math.sqrt(ChiSquareTable.of(new int[][] {{two[0], two[1]}, {two[2], two[3]}})
                .chiSquare());
        assertEquals(
                Gaussian.upperTail(of > reference ? root : -root),
                of("chi-square-side").p(),
                1e-15);
        assertEquals(
                ChiSquareTable.yates(two[0], two[1], two[2], two[3]).p(),
                of("yates").p());
        int[] all = table(-1, USUAL, NEW, NEWEST);
        assertEquals(
                ChiSquareTable.of(new int[][] {{all[0], all[1]}, {all[2], all[3]}, {all[4], all[5]}})
                        .p(),
                of("chi-square").p());
        CochranMantelHaenszel strata = CochranMantelHaenszel.of(table(0, NEW, USUAL), table(1, NEW, USUAL));
        assertEquals(strata.p(), of("mantel-haenszel").p(), 1e-12);
        assertEquals(
                StrictMath.log(strata.oddsRatio().orElseThrow()),
                of("mantel-haenszel").estimate());
    }

    /** A desk that is used again says the same as a fresh one, whatever it saw before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void scratch_keeps_nothing(int replicate) {
        for (Analysis analysis : study.analyses()) {
            Analysis.Desk used = analysis.desk(data);
            Finding finding = new Finding();
            finding.clear();
            used.analyse(finding);
            double before = finding.p();
            cutTrial(replicate);
            finding.clear();
            used.analyse(finding);
            assertEquals(of(analysis.name()).p(), finding.p(), analysis.name());
            assertFalse(before == finding.p() && before < 1, analysis.name() + " looks at the new trial");
            cutTrial(0);
        }
    }
}
