package marrow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.scenario.SmallTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** `marrow trace --trial`: the months of a trial worked out by hand, and the numbers of the run in all others. */
final class TraceTrialTest {
    /** Patients come on days 5, 15, 25 ...; nobody responds within 20 days, and each dies 30 days after coming. */
    private static final String HANDWORKED = """
            scenario: handworked
            title: Six patients, one every ten days
            tracks:
              vital: [alive, dead]
            clocks:
              death: {while: {vital: alive}, after: 30 d, then: {vital: dead}}
              remission: {after: 15 d, chance: 0 %}
            arms: {all: {}}
            trial: {patients: 6, accrual: {rate: 3.04375 per mo, arrivals: regular}, follow-up: {last-patient: 160 d}}
            endpoints:
              OS: {event: death}
              CR: {reached: remission, failing: death, by: 20 d}
            analyses:
              response: {exact-proportion: {endpoint: CR, null: 20 %, alpha: 0.05}}
            looks:
              two-stages: {stages: {switched: off, analysis: response, patients: [3, 6], accept: [0, 2], reject: [3, 3], accrual: paused, lag: 5 d}}
            truths:
              expected: {role: alternative}
            run: {seed: 1, horizon: 1 y}
            """;

    /** What the looks of the documented trial may be, all at once. */
    private static final Map<String, String> MORE = Map.of(
            "endpoints:",
            "well-at-half-a-year: {from: transplant, reached: maintenance/end, failing: [relapse, death], by: 180 d}",
            "analyses:",
            """
              well: {exact-proportion: {endpoint: well-at-half-a-year, arm: blinatumomab, null: 75 %, alpha: 0.05}}
              survival: {km-at: {endpoint: PFS, arm: blinatumomab, at: 1 y, null: 62 %, alpha: 0.025}}""",
            "looks:",
            """
              two-stages: {stages: {analysis: well, patients: [15, 40], accept: [9, 34], reject: [16, 35], accrual: paused}}
              share: {posterior: {analysis: well, when: {enrolled: [40, 80]}, go: 97.5 %, no-go: 5 %, target: 85 %}}
              share-ahead: {predictive: {analysis: well, when: {enrolled: [60, 90]}, final: 80, no-go: 5 %, end: 95 %}}
              alive: {posterior: {analysis: survival, when: {day: [1 y, 18 mo]}, prior: {events: 1, in: 2 y}, go: 99 %, no-go: 2 %, target: 75 %}}
              alive-ahead: {predictive: {analysis: survival, when: {day: [1 y, 2 y]}, final: 25, go: 99 %, no-go: 5 %, end: 97.5 %}}
              two-sided: {group-sequential: {analysis: hazard-ratio, when: {events: 20, of: PFS}, information: {events: 60}, spending: pocock}}""");

    @TempDir
    private Path folder;

    private String handworked;

    @BeforeEach
    void write() throws IOException {
        handworked =
                Files.writeString(folder.resolve("handworked.yaml"), HANDWORKED).toString();
    }

    /** All die 30 days after they came, the fifth of them on day 75; of six patients come no seven events, and the last is followed to day 55 + 365.25. */
    @Test
    void a_trial_that_waits_for_events_in_vain_says_so() throws IOException {
        for (String[] one : new String[][] {
            {"events: 5, of: OS", "Ends as planned, with 5 events of OS: data cut on day 75.0 (month 2.5)."},
            {
                "events: 5, of: OS, latest: 60 d",
                "Ends on its latest day, before 5 events of OS: data cut on day 60.0 (month 2.0)."
            },
            {
                "events: 2, of: none",
                "Ends when nobody is followed any more, since 2 events of none never come: data cut on day 420.3 (month 13.8)."
            }
        }) {
            String file = Files.writeString(
                            folder.resolve("waits.yaml"),
                            HANDWORKED
                                    .replace("last-patient: 160 d", one[0])
                                    .replace("OS:", "none: {event: remission}\n  OS:"))
                    .toString();
            Ran ran = Ran.marrow("trace", file, "--trial");
            assertEquals(0, ran.code(), ran.err());
            assertTrue(ran.out().replaceAll("\\s+", " ").contains(one[1]), ran.out());
        }
    }

    @Test
    void a_stop_is_told_with_the_pause_before_it_and_what_was_seen() {
        Ran ran = Ran.marrow("trace", handworked, "--trial", "--set", "looks.two-stages=on");
        assertEquals(0, ran.code(), ran.err());
        assertEquals("""
                handworked: Six patients, one every ten days
                Trial 0 under expected, seed 1; 6 patients planned, one arm

                     Day           enrolled  CR    OS  lost
                    25.0  accrual pauses until day 50.0, for two-stages
                    30.4  month 1      3 +3   0  0        0
                    45.0  two-stages 1: stops for futility, decided on day 50.0
                            3 enrolled, 0 of 3 responded, information 0.500
                            responses 0 (efficacy 3, futility 0)
                    50.0  month 2      3      0  2 +2     0

                Stopped by two-stages for futility: data cut on day 45.0 (month 1.5), decided on
                day 50.0 (month 1.6).
                3 enrolled, 0 lost to follow-up before the cut.

                analysis  n  events  estimate (se)        interval       p  rejects
                response  3       0  0.000 (0.000)  0.000 to 0.632  1.0000       no
                On response the looks decide: efficacy is not shown.
                """, ran.out());
    }

    /** Cut on day 28: what was earlier stands above that day, and what was judged on it below. */
    @Test
    void what_happened_in_the_last_month_stands_before_its_end() throws IOException {
        Path shorter = Files.writeString(
                folder.resolve("shorter.yaml"), HANDWORKED.replace("{last-patient: 160 d}", "{until: 28 d}"));
        Ran ran = Ran.marrow("trace", shorter.toString(), "--trial", "--set", "looks.two-stages=on");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("""
                    25.0  accrual pauses until day 28.0, for two-stages
                    28.0  month 1      3 +3   0   0     0
                    28.0  two-stages 2, at the end: does not show efficacy
                """), ran.out());
    }

    @Test
    void without_looks_it_goes_to_its_end_and_quiet_months_are_folded() {
        Ran ran = Ran.marrow("trace", handworked, "--trial");
        assertEquals(0, ran.code(), ran.err());
        assertEquals("""
                handworked: Six patients, one every ten days
                Trial 0 under expected, seed 1; 6 patients planned, one arm

                     Day           enrolled  CR    OS  lost
                    30.4  month 1      3 +3   0  0        0
                    60.9  month 2      6 +3   0  3 +3     0
                    91.3  month 3      6      0  6 +3     0
                   213.1  months 4-7: nothing
                   215.0  month 8      6      0  6        0

                Ends as planned, 160 d after the last patient: data cut on day 215.0 (month
                7.1).
                6 enrolled, 0 lost to follow-up before the cut.

                analysis  n  events  estimate (se)        interval       p  rejects
                response  6       0  0.000 (0.000)  0.000 to 0.393  1.0000       no
                """, ran.out());
    }

    /** What a truth sets and tilts, looks, watches and phase I included: the trial is that of the run. */
    @Test
    void it_is_the_trial_of_the_run() throws IOException {
        String small = SmallTrial.in(folder);
        sameAsRun(17, small, "--truth", "null");
        for (int replicate = 0; replicate < 2; replicate++) {
            sameAsRun(replicate, "bench/t2.yaml");
            sameAsRun(
                    replicate,
                    "scenarios/haplo-conditioning-31.yaml",
                    "--truth",
                    "expected",
                    "--set",
                    "looks.safety=on");
            sameAsRun(
                    replicate,
                    "scenarios/post-hsct-maintenance.yaml",
                    "--truth",
                    "expected",
                    "--set",
                    "looks.run-in=on");
        }
    }

    private static void sameAsRun(long replicate, String... scenario) {
        JsonNode trial = json(replicate, scenario);
        List<Map<String, String>> rows =
                Csv.rows(run("export", replicate, scenario, "--format", "csv").out());
        assertEquals(rows.size(), trial.get("analyses").size());
        for (Map<String, String> row : rows) {
            JsonNode found = trial.get("analyses").get(row.get("analysis"));
            for (String number : List.of("p", "estimate", "standard_error", "lower", "upper", "patients", "events")) {
                assertEquals(row.get(number), text(found.get(number)), number);
            }
            assertEquals(row.get("rejects").equals("1"), found.get("rejects").asBoolean());
            assertEquals(row.get("cut_day"), text(trial.get("cut_day")));
            assertEquals(row.get("end_day"), text(trial.get("end_day")));
            assertEquals(row.get("stopped_by"), text(trial.get("stopped_by")));
        }
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.toString().replace("\"", "");
    }

    /** Months end one after the other and lose nothing; the last holds what the run counts, and the analyses of all patients. */
    @ParameterizedTest
    @ValueSource(strings = {"bench/t2.yaml", "scenarios/relapse-dli.yaml", "scenarios/short-course-rr.yaml"})
    void months_add_up_to_the_totals(String scenario) {
        JsonNode trial = json(2, scenario, "--truth", "expected");
        JsonNode before = null;
        for (JsonNode month : trial.get("months")) {
            if (before != null) {
                assertTrue(number(month, "day") > number(before, "day"));
                assertTrue(number(month, "enrolled") >= number(before, "enrolled"));
                assertTrue(number(month, "lost") >= number(before, "lost"));
                for (String endpoint : month.get("events").propertyNames()) {
                    assertTrue(
                            number(month.get("events"), endpoint) >= number(before.get("events"), endpoint), endpoint);
                }
            }
            double byArm = 0;
            for (JsonNode ofArm : month.get("enrolled_by_arm")) {
                byArm += ofArm.asDouble();
            }
            assertEquals(number(month, "enrolled"), byArm);
            before = month;
        }
        JsonNode metrics = JsonMapper.shared()
                .readTree(run(
                                "run",
                                2,
                                new String[] {scenario, "--truth", "expected"},
                                "--format",
                                "json",
                                "--set",
                                "run.cohort=100")
                        .out())
                .at("/truths/expected/trial");
        assertEquals(metrics.at("/enrolled/value").asDouble(), number(before, "enrolled"));
        assertEquals(metrics.at("/lost/value").asDouble(), number(before, "lost"));
        assertEquals(number(trial, "end_day"), number(before, "day"));
        for (String analysis : List.of("log-rank", "survival-arms")) {
            if (trial.get("analyses").has(analysis)) {
                assertEquals(number(trial.get("analyses").get(analysis), "events"), number(before.get("events"), "OS"));
            }
        }
    }

    private static double number(JsonNode of, String name) {
        return of.get(name).asDouble();
    }

    /** A look before the end stops where, and only where, a number seen lies at its bound or beyond; so it does at the end. */
    @Test
    void verdicts_are_what_the_numbers_seen_say_of_their_bounds() throws IOException {
        String yaml = Files.readString(Path.of("docs", "maintenance-trial.yaml"));
        for (Map.Entry<String, String> more : MORE.entrySet()) {
            yaml = yaml.replace(
                    "\n" + more.getKey() + "\n",
                    "\n" + more.getKey() + "\n" + more.getValue().indent(2));
        }
        String file = Files.writeString(folder.resolve("looks.yaml"), yaml).toString();
        Set<String> told = new HashSet<>();
        List<String> rules =
                new ArrayList<>(List.of("share", "share-ahead", "alive", "alive-ahead", "two-sided", "two-stages"));
        for (int replicate = 0; replicate < 40; replicate++) {
            // one of them a trial, since the one that stops it hides the looks of the others
            String[] others = rules.stream()
                    .filter(rule -> !rule.equals(rules.get(0)))
                    .flatMap(rule -> List.of("--set", "looks." + rule + "=off").stream())
                    .toArray(String[]::new);
            rules.add(rules.remove(0));
            String[] words = new String[others.length + 3];
            words[0] = file;
            words[1] = "--set";
            words[2] = "looks.interim=on";
            System.arraycopy(others, 0, words, 3, others.length);
            for (JsonNode entry : json(replicate, words).get("entries")) {
                if (!entry.get("what").asString().equals("look")) {
                    continue;
                }
                String verdict = entry.get("verdict").asString();
                boolean atTheEnd = entry.get("at_the_end").asBoolean();
                boolean efficacy = false;
                boolean futility = false;
                for (JsonNode judged : entry.get("judged")) {
                    double sign = judged.get("what").asString().equals("p") ? -1 : 1;
                    double seen = sign * number(judged, "seen");
                    efficacy |= !judged.get("efficacy").isNull() && seen >= sign * number(judged, "efficacy");
                    futility |= !judged.get("futility").isNull() && seen <= sign * number(judged, "futility");
                }
                assertEquals(efficacy, verdict.equals("efficacy"), entry.toString());
                if (!atTheEnd && !efficacy) {
                    assertEquals(futility, verdict.equals("futility"), entry.toString());
                }
                told.add(entry.get("rule").asString() + " " + verdict);
            }
        }
        assertTrue(told.size() >= 12, told.toString());
    }

    /** A critical value spends what the stagewise order has left of the level, so both say the same; at a first look it is the plain test. */
    @Test
    void the_stagewise_p_value_is_below_the_level_where_the_looks_show_efficacy() {
        Set<String> ended = new HashSet<>();
        for (int replicate = 0; replicate < 12; replicate++) {
            JsonNode trial = json(replicate, "bench/t2.yaml");
            JsonNode stagewise = trial.get("stagewise").get(0);
            JsonNode plain = trial.get("analyses").get("log-rank");
            assertEquals(plain.get("rejects").asBoolean(), number(stagewise, "p") <= 0.025, stagewise.toString());
            int looks = trial.get("entries").size();
            ended.add(looks + " looks");
            assertTrue(stagewise.get("estimate").isNull());
        }
        assertEquals(Set.of("2 looks", "3 looks"), ended);
    }

    @Test
    void after_a_first_look_the_stagewise_numbers_are_those_of_the_plain_analysis() {
        int stopped = 0;
        for (int replicate = 2; replicate < 7; replicate++) {
            JsonNode trial = json(
                    replicate,
                    "docs/maintenance-trial.yaml",
                    "--set",
                    "looks.interim=on",
                    "--set",
                    "looks.interim.group-sequential.analysis=hazard-ratio",
                    "--set",
                    "looks.interim.group-sequential.spending=pocock");
            if (trial.get("entries").size() == 1) {
                JsonNode stagewise = trial.get("stagewise").get(0);
                JsonNode plain = trial.get("analyses").get("hazard-ratio");
                for (String name : List.of("p", "estimate", "lower", "upper")) {
                    assertEquals(number(plain, name), number(stagewise, name), 1e-9, name);
                }
                stopped++;
            }
        }
        assertTrue(stopped >= 2, stopped + " stopped at their first look");
    }

    @Test
    void phase_one_is_told_group_by_group() {
        JsonNode trial = json(0, "scenarios/post-hsct-maintenance.yaml", "--set", "looks.run-in=on");
        List<JsonNode> doses = new ArrayList<>();
        trial.get("entries").forEach(doses::add);
        assertEquals(2, doses.size());
        for (JsonNode dose : doses) {
            assertEquals("dose", dose.get("what").asString());
            assertEquals("full", dose.get("dose").asString());
            assertEquals(3, dose.get("judged").asInt());
        }
        assertEquals("full", doses.get(1).get("recommended").asString());
        double enrolledThen = 0;
        for (JsonNode month : trial.get("months")) { // none while they wait for the cohort
            if (number(month, "day") <= number(doses.get(0), "day")) {
                enrolledThen = number(month, "enrolled");
            }
        }
        assertTrue(enrolledThen <= 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haplo-conditioning-31.yaml --set looks.safety=on --set looks.futility=on",
                "ngs-mrd-pediatric.yaml --set looks.interim=on --set looks.safety=on",
                "post-hsct-maintenance.yaml --set looks.run-in=on --set looks.safety=on",
                "relapse-dli.yaml --set looks.interim=on",
                "short-course-rr.yaml"
            })
    void every_study_is_told_in_80_columns(String study) {
        for (int replicate : List.of(0, 7)) {
            Ran ran = run("trace", replicate, ("scenarios/" + study).split(" "), "--trial");
            assertEquals(0, ran.code(), ran.err());
            ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void what_cannot_be_told_is_refused() {
        refused("has no 'trial' to trace", "scenarios/whole-journey.yaml", "--trial");
        refused("there is no truth 'hoped': there are expected", handworked, "--trial", "--truth", "hoped");
        refused("from 0 on", handworked, "--trial", "--replicate", "-1");
        refused("--patient P", handworked, "--trial", "--patient", "3");
        refused("or --trial", handworked);
        refused("--truth goes with --trial", handworked, "--patient", "3", "--truth", "expected");
    }

    private static void refused(String why, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "trace";
        System.arraycopy(words, 0, all, 1, words.length);
        Ran ran = Ran.marrow(all);
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains(why), ran.err());
        assertEquals("", ran.out());
    }

    private static JsonNode json(long replicate, String... scenario) {
        Ran ran = run("trace", replicate, scenario, "--trial", "--format", "json");
        assertEquals(0, ran.code(), ran.err());
        return JsonMapper.shared().readTree(ran.out());
    }

    private static Ran run(String command, long replicate, String[] scenario, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(scenario));
        words.addAll(List.of("--replicate", Long.toString(replicate), "--quiet"));
        words.addAll(List.of(more));
        return Ran.marrow(words.toArray(String[]::new));
    }
}
