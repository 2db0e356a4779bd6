package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A horizon that ends before the trial does, and an end that waits for what does not come, are told. */
class EndOfFollowUpTest {
    private static final String HEAD = """
            scenario: end
            tracks: {vital: [alive, dead]}
            clocks: {death: {while: {vital: alive}, hazard: {exponential: {rate: 0.5 per y}}, then: {vital: dead}}}
            endpoints: {OS: {event: death}}
            run: {seed: 1, horizon: 2 y, replicates: 20, cohort: 1000}
            """;

    private static final String TEST =
            "analyses: {whole: {one-sample-log-rank: {endpoint: OS, reference: {survives: 50 %, to: 1 y}, alpha: 0.05}}}\n";

    @TempDir
    Path folder;

    /**
     * Patients come on regular days over 10 y and are followed to the end, 2 y later. With r = 0.5 a year, 1 - (e^-2r - e^-12r) / 10r = 92.7 % of them die in that time
     * and 1 - e^-2r = 63.2 % by the horizon, so that 31.8 % of the deaths come later; with accrual over 1 y it is 11.0 %. Of 2,000 lives, a point more or less.
     */
    @Test
    void many_events_beyond_the_horizon_are_a_warning_to_who_counts_them() throws IOException {
        String trial =
                "trial: {patients: 100, accrual: {rate: 100 per y, arrivals: regular}, follow-up: {last-patient: 2 y}}\n";
        assertEquals("", told(trial + TEST));
        String slow = trial.replace("100 per y", "10 per y");
        assertEquals(
                "5:25: warning: patients are followed to day 730.5 at the longest, and the trial goes on: 32.7 % of the events of OS"
                        + " before its end come later, and are not in its data\n",
                told(slow + TEST));
        assertEquals(
                "",
                told(slow
                        + TEST.replace(
                                "one-sample-log-rank: {endpoint: OS, reference: {survives: 50 %, to: 1 y}",
                                "km-at: {endpoint: OS, at: 1 y, null: 50 %")));
    }

    @Test
    void events_that_do_not_come_are_counted() throws IOException {
        String trial = "trial: {patients: 100, accrual: {over: 1 y}, follow-up: {events: %s, of: OS%s}}\n";
        assertEquals(
                "6:66: warning: none of 20 trials comes to 90 events of OS: each goes on until nobody is followed any more, by the horizon to day 730.5 at the longest\n",
                told(trial.formatted(90, "")));
        assertEquals(
                "6:66: warning: none of 20 trials comes to 40 events of OS: each goes on to its latest day\n",
                told(trial.formatted(40, ", latest: 13 mo")));
        assertEquals("", told(trial.formatted(40, "")));
        assertTrue(run(trial.formatted(90, "")).contains("trial,,without_events,1.0,"));
        assertTrue(run(trial.formatted(40, ", latest: 13 mo")).contains("trial,,without_events,1.0,"));
        assertTrue(run(trial.formatted(40, "")).contains("trial,,without_events,0.0,"));
        assertFalse(run("trial: {patients: 100, accrual: {over: 1 y}, follow-up: {until: 2 y}}\n")
                .contains("without_events"));
        assertTrue(Ran.marrow("run", file(trial.formatted(90, "")))
                .out()
                .replaceAll("\\s+", " ")
                .contains("In 100.0 % of the trials the events for which its end waits do not come."));
    }

    private String file(String rest) throws IOException {
        return Files.writeString(folder.resolve("end.yaml"), HEAD + rest).toString();
    }

    private String told(String rest) throws IOException {
        String file = file(rest);
        return Ran.marrow("validate", file).err().replace(file + ":", "");
    }

    private String run(String rest) throws IOException {
        return Ran.marrow("run", file(rest), "--format", "csv").out();
    }
}
