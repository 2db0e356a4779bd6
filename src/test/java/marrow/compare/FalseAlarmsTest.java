package marrow.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import marrow.compare.Question.Judge;
import marrow.design.metric.Results;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.KeptBlocks;
import marrow.montecarlo.Progress;
import marrow.run.Conduct;
import marrow.run.Prepared;
import marrow.scenario.Scenario;
import marrow.scenario.ScenarioReader;
import marrow.scenario.trial.Trial;
import marrow.stats.law.BinomialLaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that differ in their seed alone. At 1 % for all numbers together no more than the bound may be called changed; the bound is the 99.9 %
 * quantile of the binomial law, so that a comparison that keeps its level would fail here in 0.1 % of all choices of seeds.
 */
class FalseAlarmsTest {
    private static final double ALPHA = 0.01;
    private static final Question QUESTION = new Question(ALPHA, Map.of(), Optional.of(Judge.METRICS));
    private static final Conduct.Watcher SILENT = new Conduct.Watcher() {
        @Override
        public void says(String what) {
            // nobody listens
        }

        @Override
        public Progress of(String truth) {
            return Progress.SILENT;
        }
    };

    /** Means, shares (some of them rare), deviations, true values, a comparison of arms; one hazard after another, so lived in a moment. */
    private static final String YAML = """
            scenario: light
            tracks:
              vital: [alive, relapsed, dead]
              treatment: [control, blinatumomab]
            clocks:
              relapse:
                while: {vital: alive}
                hazard: {exponential: {}, reaches: 40 %, by: 1 y}
                times: [{when: {treatment: blinatumomab}, by: 0.6}]
                then: {vital: relapsed}
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 8 %, by: 1 y}, then: {vital: dead}}
            arms:
              control: {}
              blinatumomab: {treatment: blinatumomab}
            trial:
              patients: 20
              accrual: {over: 12 mo}
              allocation: {blocks: 2}
              lost: 5 % per y
              follow-up: {last-patient: 1 y}
            endpoints:
              EFS: {event: [relapse, death], at: 1 y}
              CIR: {event: relapse, competing: death, at: 1 y}
              early: {reached: relapse, failing: death, by: 30 d}
            analyses:
              landmark: {km-at: {endpoint: EFS, arm: blinatumomab, at: 1 y, null: 50 %, alpha: 0.05}}
              exact: {exact-binomial: {endpoint: EFS, arm: blinatumomab, at: 1 y, null: 50 %, alpha: 0.001}}
              arms: {log-rank: {endpoint: EFS, arms: [control, blinatumomab], alpha: 0.05}}
            truths: {expected: {role: alternative}}
            run: {seed: 1, horizon: 2 y, replicates: 256, cohort: 500}
            """;

    /**
     * Two stages, of which every other trial ends at the first: patients are 10 or 29, as often as each other, so that their deviation hardly moves and their
     * median is anything.
     */
    private static final String TWO_STAGES = """
            scenario: two-stages
            tracks: {response: [none, complete]}
            clocks:
              remission: {while: {response: none}, after: 30 d, chance: 16.23 %, then: {response: complete}}
            trial: {patients: 29, accrual: {rate: 4 per mo}, follow-up: {last-patient: 60 d}}
            endpoints: {CR: {reached: remission, by: 45 d}}
            analyses: {primary: {exact-proportion: {endpoint: CR, null: 10 %, alpha: 0.05}}}
            looks: {simon: {simon: {analysis: primary, r1: 1, n1: 10, r: 5, n: 29, accrual: paused}}}
            truths: {expected: {role: alternative}}
            run: {seed: 1, horizon: 1 y, replicates: 1000, cohort: 1000}
            """;

    @TempDir
    private Path folder;

    /** Numbers and errors of runs of 256 trials each. */
    @Test
    void a_thousand_comparisons_of_two_seeds() throws IOException {
        assertFewAlarms(alarms(trial(YAML), 1000, 256), 1000);
    }

    @Test
    void trials_of_two_stages_with_two_seeds() throws IOException {
        assertFewAlarms(alarms(trial(TWO_STAGES), 300, 1000), 300);
    }

    private static int alarms(Trial trial, int comparisons, long trials) {
        int alarms = 0;
        for (long i = 0; i < comparisons; i++) {
            KeptRun one = run(trial, 2 * i, trials);
            KeptRun other = run(trial, 2 * i + 1, trials);
            alarms += Comparison.of(one, other, QUESTION).differs() ? 1 : 0;
        }
        return alarms;
    }

    /** As if a program had other random numbers for the same seed: its trials are paired, though nothing pairs them. */
    @Test
    void pairs_that_have_nothing_in_common() throws IOException {
        pairs(30);
    }

    @Test
    @Tag("slow")
    void a_thousand_pairs_that_have_nothing_in_common() throws IOException {
        pairs(1000);
    }

    private void pairs(int comparisons) throws IOException {
        int alarms = 0;
        Trial trial = trial(YAML);
        for (long i = 0; i < comparisons; i++) {
            KeptRun one = run(trial, 2 * i, 2048);
            KeptRun other = run(trial, 2 * i + 1, 2048);
            PairedNumbers paired = PairedNumbers.of("expected", one, other);
            assertTrue(paired.of(new Place("expected", "analysis", "arms", "power"))
                    .isPresent());
            alarms += Changes.of(one, other, QUESTION, true).stream()
                            .anyMatch(change -> change.verdict() == Change.Verdict.CHANGED)
                    ? 1
                    : 0;
        }
        assertFewAlarms(alarms, comparisons);
    }

    private static void assertFewAlarms(int alarms, int comparisons) {
        int tooMany = BinomialLaw.criticalValue(comparisons, ALPHA, 0.001);
        assertTrue(alarms < tooMany, alarms + " of " + comparisons + ", " + tooMany + " are too many");
    }

    private Trial trial(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("light.yaml"), yaml);
        return ScenarioReader.read(file, Map.of())
                .scenario()
                .flatMap(Scenario::trial)
                .orElseThrow();
    }

    private static KeptRun run(Trial trial, long seed, long trials) {
        Conduct conduct = Conduct.of(trial, seed, 1, values -> Optional.empty(), SILENT);
        Prepared prepared = conduct.under(trial.truths().get(0));
        SortedMap<Long, Block> blocks = new TreeMap<>();
        Block all = conduct.trials(prepared, trials)
                .keeping(new KeptBlocks() {
                    @Override
                    public Optional<Block> find(long number) {
                        return Optional.empty();
                    }

                    @Override
                    public void keep(long number, Block block) {
                        blocks.put(number, block);
                    }
                })
                .run();
        Results results = prepared.replicates().results(all);
        Map<Place, Estimate> numbers = Place.in("expected", results);
        return new KeptRun(
                "seed " + seed,
                "",
                seed,
                numbers,
                Map.of("expected", trials),
                Map.of("expected", blocks),
                Optional.of(Again.of(trial.truths(), conduct)));
    }
}
