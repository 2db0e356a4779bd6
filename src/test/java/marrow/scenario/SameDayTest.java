package marrow.scenario;

import static marrow.look.WrittenTrials.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.design.Role;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.design.metric.StudyReplicates;
import marrow.design.truth.TrueValues;
import marrow.look.WrittenTrials;
import marrow.scenario.trial.Trial;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens to everybody on a day is seen on that day, and is not asked for a second time, however the day is written: most tenths
 * of a year or of a day are no whole ticks.
 */
class SameDayTest {
    /** Everybody goes on DAY, and is found to be gone at a visit on DAY; who is gone then has no second step after the same time. */
    private static final String TRIAL = """
            scenario: same-day
            tracks: {step: [first, second, third]}
            clocks:
              gone: {while: {step: first}, after: DAY, then: {step: second}}
              again: {while: {step: second}, since: start, after: DAY, then: {step: third}}
              before: {after: BEFORE}
            doors: {start: {mark: start}}
            enter: {at: start}
            trial: {patients: 4, accrual: {rate: {0 mo: 10 per d}, arrivals: regular}, follow-up: {last-patient: DAY}}
            endpoints:
              responds: {reached: gone, by: DAY}
              stays: {event: gone, at: DAY}
              unseen: {event: before, found: before, visits: {every: EVERY}, at: DAY}
              twice: {count: again}
            analyses:
              share: {exact-proportion: {endpoint: responds, null: 50 %, alpha: 0.1}}
              curve: {km-at: {endpoint: stays, at: DAY, null: 50 %, alpha: 0.1}}
              exact: {exact-binomial: {endpoint: stays, at: DAY, null: 50 %, alpha: 0.1}}
              visits: {km-at: {endpoint: unseen, at: DAY, null: 50 %, alpha: 0.1}}
            looks:
              safety:
                watch: {switched: WATCHED, endpoint: stays, by: DAY, above: 10 %, boundary: {beta-binomial: {prior: [1, 1], certainty: 60 %}}, least: 2}
              early:
                group-sequential: {switched: LOOK, analysis: share, when: {followed: 2, in: stays, for: DAY}, information: {patients: 4}, futility: {z: [9]}}
            run: {seed: 1, horizon: HORIZON}
            """;

    @TempDir
    Path folder;

    /** So many tenths of a unit. */
    record Day(int tenths, String unit) {
        String written() {
            return String.format(Locale.ROOT, "%.1f %s", tenths / 10.0, unit);
        }

        /** After the last visit but one. */
        String before() {
            return String.format(Locale.ROOT, "%.2f %s", tenths / 10.0 - 0.05, unit);
        }
    }

    static Stream<Day> days() {
        return Stream.of("d", "y")
                .flatMap(unit -> IntStream.rangeClosed(1, 20).mapToObj(tenths -> new Day(tenths, unit)));
    }

    private Results run(Day day, String horizon, boolean watched, boolean looked) throws IOException {
        String yaml = TRIAL.replace("DAY", day.written())
                .replace("BEFORE", day.before())
                .replace("EVERY", "0.1 " + day.unit())
                .replace("HORIZON", horizon)
                .replace("WATCHED", watched ? "on" : "off")
                .replace("LOOK", looked ? "on" : "off");
        Reading reading = ScenarioReader.read(Files.writeString(folder.resolve("same-day.yaml"), yaml), Map.of());
        Trial trial = reading.scenario()
                .orElseThrow(() -> new AssertionError(reading.problems().all()))
                .trial()
                .orElseThrow();
        TrueValues values = TrueValues.of(trial.study().plan(), trial.study().variables(), 64, 1);
        return WrittenTrials.results(StudyReplicates.of(trial.study(), Role.ALTERNATIVE, values), 1);
    }

    private static void assertSeen(Results results) {
        results.endpoints().forEach((name, metrics) -> metrics.stream()
                .filter(metric -> metric.name().matches("(true_)?(share|survival|mean).*"))
                .forEach(metric -> assertEquals(
                        name.equals("responds") ? 1 : 0, metric.estimate().value(), name + " " + metric.name())));
        results.analyses()
                .forEach((name, metrics) ->
                        assertEquals(name.equals("share") ? 1 : 0, value(metrics, "estimate"), name));
    }

    @ParameterizedTest
    @MethodSource("days")
    void what_happens_on_a_day_is_seen_on_that_day(Day day) throws IOException {
        assertSeen(run(day, "3 y", false, false));
    }

    @ParameterizedTest
    @MethodSource("days")
    void and_where_it_is_the_last_day_on_which_anybody_is_followed(Day day) throws IOException {
        assertSeen(run(day, day.written(), false, false));
    }

    @ParameterizedTest
    @MethodSource("days")
    void and_where_a_window_of_a_watch_ends(Day day) throws IOException {
        assertEquals(1, value(run(day, "3 y", true, false).stopping(), "p_stop_harm"));
    }

    @ParameterizedTest
    @MethodSource("days")
    void and_at_a_look_that_waits_for_it(Day day) throws IOException {
        List<Metric> look = run(day, "3 y", false, true).looks().get("early").get(0);
        assertEquals(1, value(look, "p_stop_futility"));
    }
}
