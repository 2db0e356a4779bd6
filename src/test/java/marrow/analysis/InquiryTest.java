package marrow.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.design.Study;
import marrow.scenario.ScenarioReader;
import marrow.trial.cohort.Cohort;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;
import org.junit.jupiter.api.Test;

/** An analysis is made once a cut, and never tells what it found at another. */
class InquiryTest {
    private static final Path SCENARIO = Path.of("src/test/resources/marrow/analysis/three-arms.yaml");

    private final Study study = ScenarioReader.read(SCENARIO, Map.of())
            .scenario()
            .orElseThrow()
            .trial()
            .orElseThrow()
            .study();
    private final List<TimeToEvent> times = study.endpoints().stream()
            .filter(TimeToEvent.class::isInstance)
            .map(TimeToEvent.class::cast)
            .toList();
    private final TimeToEvent looked = times.get(0);
    private final TimeToEvent other = times.get(1);
    private final Cohort cohort = Cohort.of(study.plan(), study.endpoints());
    private final Data data = Data.of(cohort, List.of(looked), study.endpoints());
    private final Counting ofLooked = new Counting(looked);
    private final Counting ofOther = new Counting(other);

    /** Says how many rows and events its endpoint has, and how often it was made. */
    private static final class Counting implements Analysis {
        private final TimeToEvent endpoint;
        private int times;

        Counting(TimeToEvent endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public String name() {
            return endpoint.name();
        }

        @Override
        public String method() {
            return "counting";
        }

        @Override
        public Endpoint endpoint() {
            return endpoint;
        }

        @Override
        public Estimand estimand() {
            return new Estimand.None();
        }

        @Override
        public Hypothesis hypothesis() {
            return null;
        }

        @Override
        public Desk desk(Data data) {
            ArmCurve curve = data.arm(endpoint, 0);
            return finding -> {
                times++;
                finding.sample(curve.rows().size(), data.sample(endpoint).events());
                finding.estimate(curve.curve().incidence(1, 100), Double.NaN);
            };
        }
    }

    /** What fresh data cut on the same day say. */
    private void assertAsFresh(Counting asked, double day) {
        Data fresh = Data.of(cohort, study.endpoints());
        fresh.cutOn(day);
        Finding expected = fresh.inquiry(new Counting(asked.endpoint)).finding();
        Finding found = data.inquiry(asked).finding();
        assertEquals(expected.patients(), found.patients(), asked.name());
        assertEquals(expected.events(), found.events(), asked.name());
        assertEquals(expected.estimate(), found.estimate(), asked.name());
    }

    @Test
    void whoever_asks_again_is_told_what_was_found() {
        cohort.enrol(0);
        data.cutForLookOn(300);
        assertSame(data.inquiry(ofLooked), data.inquiry(ofLooked));
        assertAsFresh(ofLooked, 300);
        assertAsFresh(ofLooked, 300);
        assertEquals(1, ofLooked.times);
    }

    @Test
    void the_cut_of_the_last_look_keeps_what_was_found_at_it() {
        cohort.enrol(0);
        data.cutForLookOn(300);
        assertAsFresh(ofLooked, 300);
        data.cutOn(300);
        assertAsFresh(ofLooked, 300);
        assertAsFresh(ofOther, 300);
        assertEquals(List.of(1, 1), List.of(ofLooked.times, ofOther.times));
    }

    @Test
    void another_day_another_trial_and_moved_arrivals_are_asked_anew() {
        for (int replicate = 0; replicate < 3; replicate++) {
            cohort.enrol(replicate);
            for (double day : new double[] {300, 500}) {
                data.cutForLookOn(day);
                assertAsFresh(ofLooked, day);
            }
            data.cutOn(500);
            assertAsFresh(ofLooked, 500);
            assertAsFresh(ofOther, 500);
            cohort.pauseAccrual(100, 250);
            data.cutOn(500);
            assertAsFresh(ofLooked, 500);
            assertAsFresh(ofOther, 500);
        }
        assertEquals(List.of(9, 6), List.of(ofLooked.times, ofOther.times));
    }

    @Test
    void a_cut_while_enrolment_goes_on_is_another() {
        cohort.enrol(0);
        data.cutForLookOn(300);
        assertAsFresh(ofLooked, 300);
        data.cutOn(300, 400);
        assertAsFresh(ofLooked, 300);
        assertAsFresh(ofOther, 300);
        assertEquals(2, ofLooked.times);
    }

    /** What a study asks of a rule and of its table is one analysis, so that it is made once. */
    @Test
    void a_rule_decides_on_the_analysis_of_its_study() {
        Study looks = ScenarioReader.read(Path.of("bench/t2.yaml"), Map.of())
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study();
        assertSame(looks.analyses().get(0), looks.rules().get(0).decides().orElseThrow());
    }
}
