package marrow.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trial with a bit of everything that is run in a moment. */
public final class SmallTrial {
    public static final String YAML = """
            scenario: small
            title: A small trial
            parameters:
              relapse-1y: {value: 40 %, plausible: [20 %, 60 %], evidence: assumption, source: test}
              hr: {value: 0.6, plausible: [0.3, 1], evidence: assumption, source: test}
            tracks:
              vital: [alive, dead]
              sex: {draw: {female: 50 %, male: rest}}
              treatment: [control, blinatumomab]
            clocks:
              relapse:
                while: {vital: alive}
                hazard: {weibull: {shape: 0.7}, reaches: $relapse-1y, by: 1 y, beside: [death]}
                times: [{when: {treatment: blinatumomab}, by: $hr}]
              death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [relapse]}, then: {vital: dead}}
              visit: {while: {vital: alive}, after: {uniform: [20 d, 40 d]}, repeats: yes}
            arms:
              control: {}
              blinatumomab: {treatment: blinatumomab}
            trial:
              patients: 24
              accrual: {sites: 3, each: 0.5 per mo, opening: {uniform: [0 mo, 6 mo]}, spread: 0.4, screening-failure: 10 %}
              allocation: {blocks: 2, by: [sex]}
              lost: 5 % per y
              follow-up: {last-patient: 1 y}
            endpoints:
              OS: {event: death, at: 1 y}
              EFS: {event: [relapse, death], found: relapse, visits: {every: 30 d}, at: [100 d, 1 y]}
              CIR: {event: relapse, competing: death, at: 1 y}
              early: {reached: relapse, failing: death, by: 100 d}
              visits: {count: visit}
            analyses:
              primary: {km-at: {endpoint: EFS, arm: blinatumomab, at: 1 y, null: 50 %, alpha: 0.05}}
              exact: {exact-binomial: {endpoint: EFS, at: 1 y, null: 50 %, alpha: 0.05}}
            truths:
              expected: {role: alternative}
              null: {role: null, set: {hr: 1}, tilt: relapse, until: {EFS at 1 y: 50 %}}
            run: {seed: 7, horizon: 2 y, replicates: 700, cohort: 5000}
            """;

    private SmallTrial() {}

    public static String in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), YAML).toString();
    }
}
