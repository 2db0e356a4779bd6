package marrow.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exact tests of a share: whoever is counted at a cut is counted again here, from data that are never cut, those whose landmark has come by the calendar; and a
 * level that is met to the last digit is kept.
 */
class ExactTestsTest {
    private static final double LANDMARK = 100;
    private static final String TRIAL = """
            scenario: cut
            tracks: {vital: [alive, dead], care: [usual, new]}
            clocks:
              transplant: {while: {vital: alive}, after: {uniform: [10 d, 60 d]}, chance: 80 %}
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 40 %, by: 100 d}, then: {vital: dead}}
            arms: {usual: {care: usual}, new: {care: new}}
            trial: {patients: 40, accrual: {rate: 6 per mo}, lost: 30 % per y, allocation: {blocks: 1}, follow-up: {until: 8 mo}}
            endpoints: {OS: {event: death}, after-transplant: {from: transplant, event: death}}
            analyses:
              excluded: {exact-binomial: {endpoint: OS, arm: new, at: 100 d, null: 50 %, alpha: 0.025}}
              fail: {exact-binomial: {endpoint: OS, arm: new, at: 100 d, lost: fail, null: 50 %, alpha: 0.025}}
              succeed: {exact-binomial: {endpoint: OS, at: 100 d, lost: succeed, null: 50 %, alpha: 0.025}}
              later: {exact-binomial: {endpoint: after-transplant, arm: new, at: 100 d, null: 50 %, alpha: 0.025}}
              later-fail: {exact-binomial: {endpoint: after-transplant, at: 100 d, lost: fail, null: 50 %, alpha: 0.025}}
            run: {seed: 20261122, horizon: 4 y}
            """;

    @TempDir
    Path folder;

    private Study study;
    private Cohort cohort;
    private Data data;

    @BeforeEach
    void read() throws IOException {
        study = ScenarioReader.read(Files.writeString(folder.resolve("cut.yaml"), TRIAL), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        cohort = Cohort.of(study.plan(), study.endpoints());
        data = Data.of(cohort, study.endpoints());
    }

    /** Patients and those with the event. */
    private String counted(ExactBinomial analysis, double cutDay) {
        Sample all = Sample.of(cohort, analysis.endpoint());
        all.cutOn(Double.POSITIVE_INFINITY);
        int patients = 0;
        int events = 0;
        for (int row = 0; row < all.size(); row++) {
            int i = all.patient()[row];
            boolean due = cohort.arrivalDay(i) + all.originDay(i) + LANDMARK <= cutDay;
            boolean event = all.status()[row] == 1 && all.time()[row] <= LANDMARK;
            boolean lost = all.status()[row] == 0 && all.time()[row] < LANDMARK;
            if (all.arm()[row] == analysis.arm() && due && !(lost && analysis.lost() == Lost.EXCLUDED)) {
                patients++;
                events += event || (lost && analysis.lost() == Lost.FAIL) ? 1 : 0;
            }
        }
        return patients + ", " + events;
    }

    @Test
    void patients_count_from_their_landmark_on_whether_or_not_they_had_the_event_before() {
        int seen = 0;
        for (int replicate = 0; replicate < 20; replicate++) {
            cohort.enrol(replicate);
            for (double day = 64; day < 512; day += 32) {
                data.cutOn(day);
                for (Analysis analysis : study.analyses()) {
                    Finding finding = data.inquiry(analysis).finding();
                    assertEquals(
                            counted((ExactBinomial) analysis, day),
                            finding.patients() + ", " + finding.events(),
                            analysis.name() + " of " + replicate + " on day " + day);
                    seen += finding.events();
                }
            }
        }
        assertTrue(seen > 0);
    }

    @Test
    void all_are_in_it_once_the_last_has_come_to_the_landmark() {
        cohort.enrol(0);
        ExactBinomial fail = (ExactBinomial) study.analyses().get(1);
        data.cutOn(cohort.lastArrivalDay() + LANDMARK - 0.5);
        int before = data.inquiry(study.analyses().get(2)).finding().patients()
                + data.inquiry(fail).finding().patients();
        data.cutOn(cohort.lastArrivalDay() + LANDMARK);
        int then = data.inquiry(study.analyses().get(2)).finding().patients()
                + data.inquiry(fail).finding().patients();
        assertEquals(cohort.size(), then);
        assertTrue(before < then, "not before");
    }

    /** n of n heads of a fair coin have a chance of 2^-n, and are told by sums that need not come to it. */
    @Test
    void a_level_that_is_met_to_the_last_digit_is_kept() {
        for (int n = 2; n <= 40; n++) {
            double chance = Math.scalb(1.0, -n);
            Finding finding = new Finding();
            new ExactTable(new Hypothesis(0.5, chance, Alternative.GREATER)).fill(finding, n, n);
            assertTrue(finding.rejects(), n + " of " + n);
            new ExactTable(new Hypothesis(0.5, chance, Alternative.LESS)).fill(finding, 0, n);
            assertTrue(finding.rejects(), "0 of " + n);
            new ExactTable(new Hypothesis(0.5, 2 * chance, Alternative.TWO_SIDED)).fill(finding, n, n);
            assertTrue(finding.rejects(), n + " of " + n + ", on either side");
            new ExactTable(new Hypothesis(0.5, chance * (1 - 1e-9), Alternative.GREATER)).fill(finding, n, n);
            assertFalse(finding.rejects(), "a level below it");
        }
    }
}
