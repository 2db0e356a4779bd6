package marrow.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trial that phase I opens, in which nearly nobody dies at the low dose and nearly everybody at the full one, at which they come in otherwise. */
public final class DoseTrial {
    public static final String YAML = """
            scenario: doses
            title: Two doses
            tracks:
              vital: [alive, dead]
              dose: [full, low]
            clocks:
              death:
                while: {vital: alive}
                then: {vital: dead}
                hazard: {exponential: {rate: 4 per y}}
                times: [{when: {dose: low}, by: 0.01}]
            trial:
              patients: 24
              accrual: {rate: 6 per mo}
              follow-up: {last-patient: 1 y}
            endpoints:
              dlt: {reached: death, by: 90 d}
              OS: {event: death, at: 90 d}
            analyses:
              primary: {exact-proportion: {endpoint: dlt, null: 30 %, alpha: 0.05, alternative: less}}
            looks:
              doses:
                run-in:
                  toxicity: dlt
                  doses: {low: {dose: low}, full: {dose: full}}
                  start: low
                  rule: 3+3
            run: {seed: 77, horizon: 2 y, replicates: 100, cohort: 1000}
            """;

    private DoseTrial() {}

    /** @param fullPerYear hazard of death at the full dose; at the low dose it is the same whatever this is */
    public static String in(Path folder, int fullPerYear) throws IOException {
        return Files.writeString(
                        folder.resolve("doses-" + fullPerYear + ".yaml"),
                        YAML.replace("4 per y", fullPerYear + " per y").replace("0.01", 0.04 / fullPerYear + ""))
                .toString();
    }
}
