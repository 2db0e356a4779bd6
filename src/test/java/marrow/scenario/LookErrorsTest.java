package marrow.scenario;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.look.GroupSequentialRule;
import marrow.look.Rule;
import marrow.scenario.look.LookRules;
import marrow.scenario.text.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to read for each mistake in the looks of a trial. */
class LookErrorsTest {
    /** Twelve lines. */
    private static final String HEAD = """
            scenario: wrong
            run: {seed: 1, horizon: 3 y}
            tracks: {vital: [alive, dead]}
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}}
            trial: {patients: 20, accrual: {over: 1 y}, follow-up: {events: 15, of: OS}}
            endpoints: {OS: {event: death}, CR: {reached: death, by: 3 mo}, days: {days-to: death}}
            analyses:
              share: {exact-proportion: {endpoint: CR, null: 20 %, alpha: 0.05}}
              hazard: {one-sample-log-rank: {endpoint: OS, reference: {survives: 50 %, to: 1 y}, alpha: 0.05}}
              mean: {mean: {endpoint: days}}
            looks:
            """;

    @TempDir
    Path folder;

    private Reading read(String look, Map<String, String> sets) throws IOException {
        return read(HEAD, look, sets);
    }

    private Reading read(String head, String look, Map<String, String> sets) throws IOException {
        return ScenarioReader.read(
                Files.writeString(folder.resolve("wrong.yaml"), head + "  interim: " + look + "\n"), sets);
    }

    private void assertErrors(String look, String expected) throws IOException {
        assertErrors(HEAD, look, expected);
    }

    private void assertErrors(String head, String look, String expected) throws IOException {
        String found = read(head, look, Map.of()).problems().all().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.what())
                .collect(joining("\n"));
        assertEquals(expected, found);
    }

    /** One warning, which begins like this. */
    private void assertWarns(String head, String look, String expected) throws IOException {
        List<String> found = read(head, look, Map.of()).problems().all().stream()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.what())
                .toList();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith(expected), found.get(0));
    }

    @Test
    void a_look_is_one_rule() throws IOException {
        assertErrors(
                "every month", """
                13:12: a look is one rule with what it needs, such as {group-sequential: {analysis: primary, ...}}: rules are RULES""".replace("RULES", Names.all(LookRules.all().keySet())));
        assertErrors("{group-sequentail: {}}", """
                13:13: there is no rule 'group-sequentail': there are RULES""".replace(
                        "RULES", Names.all(LookRules.all().keySet())));
        assertErrors("{group-sequential: {analysis: hazard, when: {events: 5, of: OS}, switched: maybe}}", """
                13:87: a look is switched on or off, not 'maybe'""");
    }

    @Test
    void it_decides_on_an_analysis_with_a_test() throws IOException {
        assertErrors("{group-sequential: {analysis: hazrad, when: {events: 5, of: OS}}}", """
                13:42: there is no analysis 'hazrad'""");
        assertErrors("{group-sequential: {analysis: mean, when: {events: 5, of: OS}}}", """
                13:42: a look decides on a hypothesis, and mean tests none""");
        assertErrors("{simon: {analysis: hazard, r1: 1, n1: 10, r: 5, n: 20}}", """
                13:13: this rule counts patients: it needs an exact-proportion or an exact-binomial, and hazard is one-sample log-rank""");
        assertErrors("{simon: {analysis: share, r1: 1, n1: 10, r: 5, n: 29}}", """
                13:13: the design judges 29 patients, and the trial enrols 20""");
    }

    @Test
    void stages_have_no_more_patients_than_their_arm() throws IOException {
        String two = HEAD.replace("patients: 20,", "patients: 20, allocation: {blocks: 1},")
                .replace("looks:", "arms: {control: {}, blinatumomab: {share: 3}}\nlooks:");
        for (int n : List.of(5, 6)) {
            Path file = Files.writeString(
                    folder.resolve("two.yaml"),
                    two + "  interim: {simon: {analysis: share, r1: 1, n1: 3, r: 2, n: " + n + "}}\n");
            assertEquals(
                    n == 5
                            ? ""
                            : "two.yaml:14:13: the design judges 6 patients, and arm control enrols 5 of the 20 of the trial",
                    ScenarioReader.read(file, Map.of()).problems().all().stream()
                            .map(problem -> problem.toString().replace(folder + "/", ""))
                            .collect(joining("\n")));
        }
    }

    /**
     * R 4.2.2: {@code sum(dbinom(2:10, 10, p) * pbinom(5 - 2:10, 19, p, lower.tail = FALSE))} is 0.43138634 for p = 0.2, and 0.047086307 for 0.1, the null of
     * Simon's design 1/10 5/29.
     */
    @Test
    void limits_that_break_the_level_are_warned_of() throws IOException {
        String head = HEAD.replace("patients: 20", "patients: 29");
        String simon = "{simon: {analysis: share, r1: 1, n1: 10, r: 5, n: 29}}";
        String warning =
                "13:13: with a share of 20 %, the null of share, these stages reject in 43.139 % of the trials, enumerated: its level is 5 %";
        assertErrors(head, simon, warning);
        assertErrors(head, "{stages: {analysis: share, patients: [10, 29], accept: [1, 5], reject: [11, 6]}}", warning);
        assertErrors(head.replace("null: 20 %", "null: 10 %"), simon, "");
        assertErrors(head, simon.replace("analysis", "switched: off, analysis"), "");
    }

    @Test
    void patients_whom_no_stage_judges_are_warned_of() throws IOException {
        String simon = "{simon: {analysis: share, r1: 2, n1: 9, r: 7, n: 19}}";
        assertErrors(simon, """
                13:3: the last stage of interim judges the first 19 patients, and the trial goes on until it has enrolled 20: nobody judges the others""");
        assertErrors(
                HEAD.replace("CR: {", "CR: {from: remission, ")
                        .replace("clocks:", "clocks:\n  remission: {after: 7 d}"),
                simon,
                "");
    }

    /** All 20 patients come within a year and are followed for 3 years; with the 15th death the trial ends, or on its latest day. */
    @Test
    void looks_before_which_every_trial_ends_are_warned_of() throws IOException {
        String look = "{group-sequential: {analysis: hazard, when: WHEN, information: {events: 15}, spending: pocock}}";
        String late = "13:3: there is no look 1 of interim in the first 100 trials: they end before its decision";
        for (String when : List.of(
                "{day: 10 y}",
                "{followed: 5, for: 6 y, in: OS}",
                "{events: 15, of: OS}",
                "{all: [{events: 5, of: OS}, {day: 10 y}]}",
                "{events: 5, of: OS}, lag: 40 mo")) {
            assertWarns(HEAD, look.replace("WHEN", when), late);
        }
        assertWarns(HEAD, look.replace("WHEN", "[{events: 5, of: OS}, {day: 10 y}]"), late.replace("look 1", "look 2"));
        assertErrors(look.replace("WHEN", "{any: [{events: 5, of: OS}, {day: 10 y}]}"), "");
        assertErrors(look.replace("WHEN", "{day: 10 y}, switched: off"), "");
    }

    /** The answer is known on day 28 of the patient, 28 days after transplant, or whenever a hazard has it. */
    @Test
    void responses_before_the_day_of_their_answer_are_warned_of() throws IOException {
        String simon = "{simon: {analysis: share, r1: 2, n1: 9, r: 9, n: 20}}";
        String asked = HEAD.replace("CR: {reached: death, by: 3 mo}", "CR: {reached: cr, by: 27 d}");
        String warning =
                "%d:33: nobody can have the response CR by day 27: what sets its mark waits until day 28 at least";
        String seen = asked.replace(
                "clocks:", "clocks:\n  seen: {after: 28 d, choose: [{chance: 50 %, mark: cr}, {chance: rest}]}");
        assertErrors(seen, simon, String.format(warning, 8));
        assertErrors(seen.replace("by: 27 d", "by: 28 d"), simon, "");
        assertErrors(seen.replace("after: 28 d", "after: {uniform: [20 d, 30 d]}"), simon, "");
        assertErrors(asked.replace("clocks:", "clocks:\n  cr: {hazard: {exponential: {median: 1 y}}}"), simon, "");
        String since = asked.replace("clocks:", "clocks:\n  start: {after: 10 d}\n  cr: {since: start, after: 28 d}")
                .replace("CR: {", "CR: {from: start, ");
        assertErrors(since, simon, String.format(warning, 9));
        assertErrors(since.replace("since: start, ", ""), simon, "");
    }

    @Test
    void more_events_than_patients_are_an_end_that_never_comes() throws IOException {
        String look =
                "{group-sequential: {analysis: hazard, when: {events: 5, of: OS}, information: {events: 15}, spending: pocock}}";
        assertErrors(HEAD.replace("events: 15, of: OS}", "events: 21, of: OS, latest: 2 y}"), look, """
                6:65: none of 20 trials comes to 21 events of OS: each goes on to its latest day""");
        assertErrors(HEAD.replace("events: 15, of: OS}", "events: 15, of: OS, latest: 3 y}"), look, "");
    }

    @Test
    void what_cannot_be_meant_is_told() throws IOException {
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {events: [5, 10], of: OS}, information: {events: 8}, spending: pocock}}",
                """
                13:96: with 8 events planned for the end nothing is left to spend at a look at 10""");
        assertErrors("{group-sequential: {analysis: hazard, when: {events: [5, 10], of: OS}}}", """
                13:13: these looks stop no trial: they have neither 'spending' nor 'futility'""");
        assertErrors("{group-sequential: {analysis: hazard, when: {events: [5, 10], of: OS}, futility: {z: 0}}}", """
                13:97: a bound of futility stands for each look, and these are 1 for 2""");
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {events: [5, 10], of: OS}, spending: pocock, futility: {z: [0, 3]}}}",
                """
                13:115: at look 2 the bound of futility, 3, lies above the critical value, 1.9938""");
        assertErrors("{group-sequential: {analysis: hazard, when: {day: [1 y, 1 y]}, spending: pocock}}", """
                13:68: looks come one after the other: day 365.25 does not follow day 365.25""");
        assertErrors("{group-sequential: {analysis: hazard, when: {enrolled: 21}, spending: pocock}}", """
                13:67: a look at 21 never comes: the trial enrols 20 patients""");
        assertErrors("{predictive: {analysis: share, when: {enrolled: 10}, final: 21, go: 90 %}}", """
                13:72: the trial enrols 20 patients, not 21""");
        assertErrors(
                "{group-sequential: {switched: off, analysis: hazard, when: {enrolled: 21}, spending: pocock}}", "");
        assertErrors("{predictive: {switched: off, analysis: share, when: {enrolled: 10}, final: 21, go: 90 %}}", "");
    }

    @Test
    void answers_that_are_never_due_are_not_counted() throws IOException {
        String ever = HEAD.replace("CR: {reached: death, by: 3 mo}", "CR: {reached: death}");
        String refused =
                "this rule counts answers that are due, and CR has no 'by': nobody's answer is due before the horizon";
        assertErrors(ever, "{posterior: {analysis: share, when: {enrolled: 10}, go: 90 %}}", "13:13: " + refused);
        assertErrors(
                ever,
                "{stages: {analysis: share, patients: [10, 20], accept: [1, 6], reject: [5, 7]}}",
                "13:13: " + refused);
    }

    @Test
    void an_end_with_less_than_a_look_has_seen_cannot_be_predicted() throws IOException {
        assertErrors(
                "{predictive: {analysis: share, when: {followed: [5, 10], for: 3 mo, in: OS}, final: 9, go: 90 %}}",
                """
                13:96: with 9 answers at the end nothing is left to predict at a look at 10""");
        assertErrors(
                "{predictive: {analysis: share, when: {followed: [5, 10], for: 3 mo, in: OS}, final: 10, go: 90 %}}",
                "");
        assertErrors("{predictive: {analysis: share, when: {enrolled: 10}, final: 9, go: 90 %}}", "");
        String head =
                HEAD.replace("looks:\n", "  km: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 0.05}}\nlooks:\n");
        assertErrors(head, "{predictive: {analysis: km, when: {events: [5, 10], of: OS}, final: 8, go: 90 %}}", """
                14:80: with 8 events at the end nothing is left to predict at a look at 10""");
    }

    /** Efficacy would be shown by survival above the null, whatever the test hopes for. */
    @Test
    void beliefs_in_survival_hope_for_more_of_it() throws IOException {
        for (String alternative : List.of("less", "two-sided")) {
            String head = HEAD.replace(
                    "looks:\n",
                    "  km: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 0.05, alternative: " + alternative
                            + "}}\nlooks:\n");
            String expected = "14:13: this rule hopes for more survival, and km has another alternative";
            assertErrors(head, "{posterior: {analysis: km, when: {day: 6 mo}, go: 90 %}}", expected);
            assertErrors(head, "{predictive: {analysis: km, when: {day: 6 mo}, final: 8, go: 90 %}}", expected);
        }
    }

    @Test
    void a_bound_of_futility_above_the_whole_level_is_warned_of() throws IOException {
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {day: 1 y}, information: {events: 12}, spending: pocock, futility: {z: [3]}}}",
                """
                13:127: at look 1 the bound of futility, 3, lies above 1.64485, from which on a test at the whole level rejects: trials may be given up that are won""");
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {day: 1 y}, information: {events: 12}, spending: pocock, futility: {z: [1.6]}}}",
                "");
    }

    @Test
    void more_information_than_a_trial_holds_is_warned_of() throws IOException {
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {day: 1 y}, information: {events: 21}, spending: pocock}}",
                """
                13:81: 21 events planned for the end do not come of 20 patients, each with one: nearly all of the level is left for the last look""");
        assertErrors(
                "{group-sequential: {analysis: share, when: {day: 1 y}, information: {patients: 200}, spending: pocock}}",
                """
                13:80: 200 patients planned for the end do not come of 20 patients: nearly all of the level is left for the last look""");
        assertErrors(
                "{group-sequential: {switched: off, analysis: hazard, when: {day: 1 y}, information: {events: 21}, spending: pocock}}",
                "");
    }

    @Test
    void all_mistakes_of_a_look_are_told_at_once() throws IOException {
        assertErrors(
                "{group-sequential: {analysis: hazrd, when: {day: 1}, information: {event: 5}, spending: pocok}}", """
                13:42: there is no analysis 'hazrd'
                13:61: a time needs a unit: 1 d, 1 w, 1 mo or 1 y?
                13:79: unknown key 'event' in information
                13:100: an error is spent by o-brien-fleming, pocock, {kim-demets: 2} or {hwang-shih-decani: -4}, not by 'pocok'""");
    }

    @Test
    void it_comes_at_a_time() throws IOException {
        assertErrors("{group-sequential: {analysis: hazard, when: {events: [10, 5], of: OS}, spending: pocock}}", """
                13:70: looks come one after the other: 5 does not follow 10""");
        assertErrors("{group-sequential: {analysis: hazard, when: {events: 10}, spending: pocock}}", """
                13:56: a look needs 'of'""");
        assertErrors("{group-sequential: {analysis: hazard, when: {enrolled: 10, of: OS}, spending: pocock}}", """
                13:71: 'of' has no place without 'events'""");
        assertErrors("{group-sequential: {analysis: hazard, when: {day: 12}, spending: pocock}}", """
                13:62: a time needs a unit: 12 d, 12 w, 12 mo or 12 y?""");
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {enrolled: 10}, lag: 3 d, accrual: stopped, spending: pocock}}",
                """
                13:91: accrual is paused or goes-on until the decision, not 'stopped'""");
    }

    @Test
    void a_power_by_which_an_error_is_spent_is_above_0() throws IOException {
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {events: 5, of: OS}, spending: {kim-demets: 0}}}", """
                13:100: kim-demets is the power of the information by which an error is spent: above 0, such as 2, not 0""");
    }

    @Test
    void it_spends_an_error() throws IOException {
        assertErrors("{group-sequential: {analysis: hazard, when: {events: 5, of: OS}, spending: obrien}}", """
                13:87: an error is spent by o-brien-fleming, pocock, {kim-demets: 2} or {hwang-shih-decani: -4}, not by 'obrien'""");
        assertErrors("{group-sequential: {analysis: share, when: {enrolled: 10}}}", """
                13:13: how much information is planned for the end: information: {events: 140}, {patients: 60} or {standard-error: 0.08}""");
        assertErrors(
                "{group-sequential: {analysis: hazard, when: {day: 1 y}, futility: {spending: pocock, power: 80 %}}}",
                """
                13:89: the drift under which beta is spent depends on when the looks are planned, and these have no events planned: planned: [33 %, 67 %]""");
        assertErrors("{posterior: {analysis: share, when: {enrolled: 10}}}", """
                13:13: looks that decide need 'go', 'no-go' or both""");
        assertErrors("{posterior: {analysis: share, when: {enrolled: 10}, go: 5 %, no-go: 10 %}}", """
                13:13: go must lie above no-go, and 0.05 is not above 0.1""");
    }

    /** 15 events of all arms are not 15 of two of them, and looks with events of all come at no known part of theirs. */
    @Test
    void it_counts_all_whom_the_trial_counts_or_says_what_is_planned() throws IOException {
        String threeArms = HEAD.replace("follow-up", "allocation: {blocks: 1}, follow-up")
                .replace("share:", "all: {log-rank: {endpoint: OS, alpha: 0.05, alternative: two-sided}}\n  share:")
                .replace("  mean:", "  two: {log-rank: {endpoint: OS, arms: [a, b], alpha: 0.025}}\n  mean:")
                .replace("looks:", "arms: {a: {}, b: {}, c: {}}\nlooks:");
        assertErrors(threeArms, "{group-sequential: {analysis: all, when: {events: 5, of: OS}, spending: pocock}}", "");
        assertErrors(threeArms, "{group-sequential: {analysis: two, when: {events: 5, of: OS}}}", """
                16:13: the trial ends with 15 events of OS in all, of which two counts a part: how many are planned for it: information: {events: 100}""");
        assertErrors(threeArms, "{group-sequential: {analysis: hazard, when: {events: 5, of: OS}}}", """
                16:13: the trial ends with 15 events of OS in all, of which hazard counts a part: how many are planned for it: information: {events: 100}""");
        String given =
                "{group-sequential: {analysis: two, when: {events: 5, of: OS}, information: {events: 10}, spending: pocock}}";
        assertErrors(threeArms, given, "");
        assertErrors(threeArms, given.replace("10}", "10}, futility: {spending: pocock, power: 80 %}"), """
                16:122: the drift under which beta is spent depends on when the looks are planned, and these have no events planned: planned: [33 %, 67 %]""");
    }

    /** 12 events of three arms are some 8 of two of them; of those before a landmark there may be fewer still. */
    @Test
    void a_look_may_wait_for_more_events_of_all_than_its_analysis_counts() throws IOException {
        String threeArms = HEAD.replace("follow-up", "allocation: {blocks: 1}, follow-up")
                .replace("  mean:", "  two: {log-rank: {endpoint: OS, arms: [a, b], alpha: 0.025}}\n  mean:")
                .replace("looks:", "arms: {a: {}, b: {}, c: {}}\nlooks:");
        String look =
                "{group-sequential: {analysis: two, when: {events: 12, of: OS}, information: {events: 10}, spending: pocock}}";
        assertErrors(threeArms, look, "");
        String landmark = HEAD.replace(
                "looks:", "  half: {exact-binomial: {endpoint: OS, at: 6 mo, null: 50 %, alpha: 0.05}}\nlooks:");
        assertErrors(landmark, look.replace("two", "half"), "");
        assertErrors(look.replace("two", "hazard"), """
                13:91: with 10 events planned for the end nothing is left to spend at a look at 12""");
    }

    @Test
    void two_rules_have_the_level_twice() throws IOException {
        String one = "{group-sequential: {analysis: hazard, when: {events: 5, of: OS}, spending: pocock}}";
        assertErrors(one + "\n  second: " + one, """
                14:3: interim and second both seek efficacy in hazard: each has its whole level, so that together they reject more often""");
        assertErrors(one + "\n  second: " + one.replace("spending: pocock", "futility: {z: [0]}"), "");
        assertErrors(one + "\n  second: " + one.replace("spending", "switched: off, spending"), "");
    }

    @Test
    void events_are_not_the_information_of_a_test_with_weights() throws IOException {
        String arms = HEAD.replace("follow-up", "allocation: {blocks: 1}, follow-up")
                .replace("looks:", "arms: {a: {}, b: {}}\nlooks:");
        String look =
                "{group-sequential: {analysis: late, when: {events: 5, of: OS}, information: {events: 15}, spending: pocock}}";
        String test = "late: {log-rank: {endpoint: OS, alpha: 0.025WEIGHTS}}\n  mean: {mean";
        assertErrors(arms.replace("mean: {mean", test.replace("WEIGHTS", ", weights: {rho: 0, gamma: 1}")), look, """
                15:88: late weights its events, so that their number, or that of the patients, is not the information of its test: by such looks it rejects with another chance than its level""");
        assertErrors(arms.replace("mean: {mean", test.replace("WEIGHTS", ", weights: {rho: 0, gamma: 0}")), look, "");
        assertErrors(arms.replace("mean: {mean", test.replace("WEIGHTS", "")), look, "");
        String warning = "15:88: late weights its events,";
        String changing = arms.replace("clocks:", "clocks:\n  cr: {after: 30 d, chance: 50 %}")
                .replace("CR:", "cr: {event: cr, competing: death}, CR:");
        assertWarns(
                changing.replace(
                        "mean: {mean",
                        "late: {mantel-byar: {endpoint: OS, change: cr, alpha: 0.025, weights: {rho: 0, gamma: 1}}}\n  mean: {mean"),
                look,
                warning.replace("15", "16"));
        String gray = "late: {gray: {endpoint: OS, alpha: 0.025, rho: RHO}}\n  mean: {mean";
        assertWarns(arms.replace("mean: {mean", gray.replace("RHO", "1")), look, warning);
        assertErrors(arms.replace("mean: {mean", gray.replace("RHO", "0")), look, "");
    }

    @Test
    void it_is_switched_by_its_name() throws IOException {
        String off =
                "{group-sequential: {analysis: hazard, when: {events: 5, of: OS}, switched: off, spending: pocock}}";
        assertTrue(rules(off, Map.of()).isEmpty());
        assertTrue(rules(off, Map.of("looks.interim", "on")).get(0) instanceof GroupSequentialRule);
        assertTrue(
                rules(off.replace("off", "on"), Map.of("looks.interim", "off")).isEmpty());
    }

    private List<Rule> rules(String look, Map<String, String> sets) throws IOException {
        return read(look, sets)
                .scenario()
                .orElseThrow()
                .trial()
                .orElseThrow()
                .study()
                .rules();
    }
}
