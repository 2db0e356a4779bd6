package marrow.scenario;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problem;
import marrow.scenario.trial.Methods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to read for each mistake in a trial, its endpoints, analyses and truths. */
class StudyErrorsTest {
    /** Nine lines. */
    private static final String HEAD = """
            scenario: wrong
            run: {seed: 1, horizon: 3 y}
            tracks:
              vital: [alive, dead]
              sex: [male, female]
            clocks:
              death: {while: {vital: alive}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}}
              relapse: {while: {vital: alive}, hazard: {exponential: {median: 1 y}}}
              visit: {while: {vital: alive}, after: 30 d}
            """;

    private static final String TRIAL = "trial: {patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 1 y}}\n";
    private static final String ENDPOINTS = """
            endpoints:
              OS: {event: death}
              CIR: {event: relapse, competing: death}
              CR: {reached: relapse, by: 3 mo}
              visits: {count: visit}
            """;

    @TempDir
    Path folder;

    @Test
    void parts_of_a_trial_need_one() throws IOException {
        assertErrors("endpoints: {OS: {event: death}}\ntruths: {expected: {role: alternative}}\n", """
                10:1: 'endpoints' belongs to a trial: the scenario needs 'trial'
                11:1: 'truths' belongs to a trial: the scenario needs 'trial'""");
        assertErrors("trial: {}\n", """
                1:1: a scenario needs 'endpoints'
                10:8: the trial needs 'patients'
                10:8: the trial needs 'accrual'
                10:8: the trial needs 'follow-up'""");
        assertErrors("trial: 31\n" + ENDPOINTS, """
                10:8: the trial is a mapping with patients, accrual, allocation, lost, follow-up and about, and this is '31'""");
    }

    @Test
    void patients_are_a_whole_number() throws IOException {
        assertTrial("{patients: 0, accrual: {over: 1 y}, follow-up: {until: 1 y}}", """
                10:19: a whole number from 1 on is needed here, not 0""");
        assertTrial("{patients: 200000000, accrual: {over: 1 y}, follow-up: {until: 1 y}}", """
                10:19: patients must lie between 1 and 100000000, not 200000000""");
        assertTrial("{patients: 99999999999999999999, accrual: {over: 1 y}, follow-up: {until: 1 y}}", """
                10:19: a whole number from 1 to 2147483647 is needed here, not 99999999999999999999""");
        assertTrial("{patients: 50 %, accrual: {over: 1 y}, follow-up: {until: 1 y}}", """
                10:19: a whole number from 1 on is needed here, not 50 %""");
    }

    @Test
    void accrual_is_given_in_one_way() throws IOException {
        assertAccrual("{}", """
                10:32: accrual is given by one of over: 24 mo, rate: 2 per mo, or sites: 4 with each: 0.5 per mo""");
        assertAccrual("{over: 1 y, rate: 1 per mo}", """
                10:32: accrual is given by one of over: 24 mo, rate: 2 per mo, or sites: 4 with each: 0.5 per mo, not by over and rate""");
        assertAccrual("{over: 0 d, ramp: 3 mo}", """
                10:39: the length of recruitment must be positive and finite, not 0.0
                10:44: 'ramp' has no place where accrual is given by 'over'""");
        assertAccrual("{rate: 2 per mo, spread: 1, arrivals: poison}", """
                10:49: 'spread' has no place where accrual is given by 'rate'
                10:70: arrivals are poisson or regular, not 'poison'; did you mean poisson?""");
        assertAccrual("{rate: 0 per mo}", "10:39: the last rate must be positive and finite, not 0.0");
        assertAccrual("{rate: 2 per mo, ramp: 0 mo}", "10:55: ramp must be positive and finite, not 0.0");
        assertAccrual("{rate: {1 mo: 2 per mo}}", "10:39: the first period begins on day 0");
        assertAccrual("{rate: {}}", "10:39: the first period begins on day 0");
        assertAccrual(
                "{rate: {0 mo: 2 per mo, 0 d: 3 per mo}}",
                "10:39: the start of a period must be below that of the next, but 0.0 is not below 0.0");
        assertAccrual("{sites: 4, arrivals: regular}", """
                10:32: accrual needs 'each'
                10:43: 'arrivals' has no place where accrual is given by 'sites'""");
        assertAccrual("{sites: 20000, each: 1 per mo}", "10:40: sites must lie between 1 and 10000, not 20000");
        assertAccrual("{sites: 4, each: 1 per mo, spread: -1}", "10:67: this is at least 0, not -1");
        assertAccrual("{sites: 4, each: 1 per mo, spread: 2}", """
                10:40: with a spread of 2.0 accrual takes for ever on average, so often do all sites recruit next to nobody: its square lies below the number of sites, 4""");
        assertAccrual("{sites: 4, each: 0 per mo}", "10:40: rate must be positive and finite, not 0.0");
        assertAccrual("{over: 1 y, screening-failure: 100 %}", """
                10:63: the share that fails screening lies between 0 and 1, 1 not included, and is not 1.0""");
    }

    @Test
    void several_arms_are_allocated() throws IOException {
        assertArms("", """
                10:8: a trial with 2 arms says how patients are allocated: allocation: {blocks: 2}, {minimise: [...]} or by-chance""");
        assertArms(", allocation: alternating", """
                10:89: patients are allocated by-chance, by {blocks: 2} or by {minimise: [...]}, not 'alternating'""");
        assertArms(", allocation: {blocks: 2, minimise: [sex]}", """
                10:89: allocation is by 'blocks' or by 'minimise', not both""");
        assertArms(", allocation: {by: [sex]}", "10:89: allocation is by 'blocks' or by 'minimise'");
        assertArms(", allocation: {blocks: 0}", "10:98: a whole number from 1 on is needed here, not 0");
        assertArms(", allocation: {blocks: 1, by: [age]}", """
                10:106: there is no track 'age': there are vital and sex""");
        assertArms(", allocation: {blocks: 1}", """
                10:89: in blocks the shares of arms are whole numbers, not 1.5""");
        assertArms(", allocation: {minimise: []}", "10:89: minimisation needs factors");
        assertArms(", allocation: {minimise: [sex], chance: 30 %}", """
                10:89: with a chance of 0.3 for the best arm no arm comes to its share of 0.6 of the patients""");
    }

    @Test
    void arms_are_states_share_and_loss() throws IOException {
        assertErrors(TRIAL + ENDPOINTS + "arms: [control]\n", """
                16:7: arms are a mapping of names, such as {control: {}, blinatumomab: {consolidation: blinatumomab}}, and this is a list""");
        assertErrors(TRIAL.replace("accrual", "allocation: by-chance, accrual") + ENDPOINTS + """
                arms:
                  a: {share: 0}
                  b: {sex: femal, lost: 3 %}
                  c: {share: two, population: 3}
                  d: {lost: {exponential: {rate: 0 per y}}}
                  e: {lost: -1 per y, colour: red}
                  f: [a]
                  g h: {}
                """, """
                17:14: the share of an arm is above 0, not 0
                18:12: 'femal' is no state of sex; did you mean female?
                18:25: a rate is needed here, such as 0.08 per y, and 3 % is a number
                19:14: a number is needed here, such as 0.39, and this is 'two'
                19:31: a population is a mapping of facts, and this is '3'
                20:27: rate must be positive and finite, not 0.0
                21:13: this is at least 0, not -1 per y
                21:23: unknown key 'colour' in an arm, which has share, lost, population, about, vital and sex
                22:6: an arm is a mapping with share, lost, population, about, vital and sex, and this is a list
                23:3: 'g h' cannot name an arm: a name begins with a letter or digit and goes on with letters, digits and . _ + -""");
    }

    @Test
    void keys_of_another_allocation_are_refused() throws IOException {
        String arms = "arms: {control: {}, blinatumomab: {}}\n";
        assertTrial(
                "{patients: 20, accrual: {over: 1 y}, follow-up: {until: 1 y}, allocation: {blocks: 2, chance: 0.9}}",
                "10:94: 'chance' has no place without 'minimise'",
                arms);
        assertTrial(
                "{patients: 20, accrual: {over: 1 y}, follow-up: {until: 1 y}, allocation: {minimise: sex, by: sex}}",
                "10:98: 'by' has no place without 'blocks'",
                arms);
    }

    @Test
    void follow_up_has_one_end() throws IOException {
        String one =
                "10:56: the trial is followed up to one of last-patient: 1 y, until: 36 mo, or events: 140 with of: OS";
        assertFollowUp("{}", one);
        assertFollowUp("{until: 1 y, last-patient: 1 y}", one);
        assertFollowUp("{until: 0 d}", "10:64: the end of the trial must be positive and finite, not 0.0");
        assertFollowUp(
                "{last-patient: -1 d}",
                "10:71: follow-up of the last patient must be finite and not negative, not -1.0");
        assertFollowUp("{events: 5}", "10:56: follow-up needs 'of'");
        assertFollowUp("{events: 5, of: DFS}", "10:72: there is no endpoint 'DFS'");
        assertFollowUp("{events: 5, of: CR}", "10:72: this needs a time to an event, and CR is none");
        assertFollowUp("{events: 5, of: {event: death}}", """
                10:72: the name of an endpoint is needed here, and this is a mapping""");
        assertFollowUp("{events: 5, of: OS, latest: 0 d}", "10:65: the latest day of the trial is after 0, not 0.0");
        assertFollowUp("{until: 1 y, latest: 2 y}", "10:69: 'latest' has no place without 'events'");
        assertFollowUp("{events: 0, of: OS}", "10:65: a whole number from 1 on is needed here, not 0");
    }

    @Test
    void times_to_an_event() throws IOException {
        assertErrors(TRIAL + """
                endpoints:
                  twice: {event: relapse, competing: relapse}
                  unknown: {event: [relapse, remission], from: diagnosis}
                  policy: {event: death, intercurrent: {relapse: censr, nothing: ignore}}
                  both: {event: relapse, competing: death, intercurrent: {death: censor}}
                  listed: {event: death, intercurrent: relapse}
                  without: {competing: death}
                  alone: {event: relapse, found: relapse}
                  every: {event: relapse, found: relapse, visits: {every: 0 d}}
                  first: {event: relapse, found: relapse, visits: {first: 1 d}}
                  other: {event: relapse, found: death, visits: {every: 30 d}}
                  words: death
                  at: {event: death, at: [1 y, 0 d, soon]}
                  none: {event: []}
                  nested: {event: {a: b}}
                  two words: {event: death}
                """, """
                12:3: twice: relapse is named twice
                13:30: nothing sets the mark 'remission'; there are death, relapse and visit
                13:48: nothing sets the mark 'diagnosis'; there are death, relapse and visit
                14:50: an intercurrent event is handled by ignore, censor, event or compete, not 'censr'; did you mean censor?
                14:57: nothing sets the mark 'nothing'; there are death, relapse and visit
                15:3: both: death is named twice
                16:40: intercurrent events are a mapping such as {transplant: censor}, and this is 'relapse'
                17:3: an endpoint has 'event' (a time to it), 'reached' (a response), or 'amount', 'count' or 'days-to'
                18:3: 'found' says what the 'visits' find: they go together
                19:3: 'found' says what the 'visits' find: they go together
                19:51: the days between visits must be positive and finite, not 0.0
                20:3: 'found' says what the 'visits' find: they go together
                20:51: visits needs 'every'
                21:3: other: what is found at visits is among the marks, and there are visits: [death]
                22:10: a time to an event is a mapping with from, event, competing, intercurrent, found, visits, at and about, and this is 'death'
                23:32: a landmark must be positive and finite, not 0.0
                23:37: a time is needed here, such as 14 d, and this is 'soon'
                24:3: none needs an event
                25:19: the name of a mark is needed here, and this is a mapping
                26:3: 'two words' cannot name an endpoint: a name begins with a letter or digit and goes on with letters, digits and . _ + -""");
        assertErrors(TRIAL + "endpoints: [OS]\n", """
                11:12: endpoints are a mapping such as {OS: {event: death}}, and this is a list""");
    }

    @Test
    void an_event_is_a_mark_and_no_state_or_track() throws IOException {
        assertErrors(TRIAL + "endpoints: {OS: {event: dead}, sexes: {reached: sex}}\n", """
                11:25: nothing sets the mark 'dead': it is a state of vital; there are death, relapse and visit
                11:49: nothing sets the mark 'sex': it is a track; there are death, relapse and visit""");
    }

    @Test
    void a_side_or_a_ratio_is_written_by_another_key() throws IOException {
        assertErrors(
                TRIAL + ENDPOINTS
                        + "analyses: {km: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 5 %, sided: 2}}}\n",
                """
                16:72: unknown key 'sided' in the method km-at, which has endpoint, arm, null, alpha, alternative, about, at and interval: write 'alternative: two-sided', 'greater' or 'less'""");
        assertArms(", allocation: {blocks: 1, ratio: 2:1}", """
                10:101: unknown key 'ratio' in allocation, which has blocks, by, minimise and chance: each arm has its 'share'""");
    }

    /** A normal law of mean -4.5 and sd 1 has 4e-10 of itself above 1.5, and 1.3e-3 above -1.5. */
    @Test
    void limits_on_another_scale_than_their_law_are_a_warning() throws IOException {
        String fact =
                "population: {log-mrd: {normal: {mean: -4.5, sd: 1}, within: [%s, 60], evidence: assumption, source: test}}\n";
        assertWarnings(fact.formatted("1.5") + TRIAL + ENDPOINTS, """
                10:61: warning: next to nothing of the law lies within these limits, less than 1 in 1000: are they on its scale?""");
        assertEquals("", text(read(fact.formatted("-1.5") + TRIAL + ENDPOINTS)));
    }

    /** A door that nobody comes in by, or the entry, says where patients begin: only rings move a track. */
    @Test
    void strata_are_of_tracks_that_no_ring_moves() throws IOException {
        String text = """
                doors: {entry: {mark: entry}, other: {set: {sex: male}}}
                enter: {at: entry, vital: alive}
                arms: {a: {}, b: {}}
                trial: {patients: 20, accrual: {over: 1 y}, allocation: by-chance, follow-up: {last-patient: 1 y}}
                """ + ENDPOINTS + "analyses: {test: {log-rank: {endpoint: OS, strata: sex, alpha: 5 %}}}\n";
        assertEquals("", text(read(text)));
        assertErrors(
                text.replace("strata: sex", "strata: vital"),
                "19:52: strata are known at entry, and something moves vital");
    }

    @Test
    void responses_and_quantities() throws IOException {
        assertErrors(TRIAL + """
                endpoints:
                  early: {reached: relapse, by: 0 d}
                  lost: {reached: relapse, by: 3 mo, lost: fails}
                  none: {reached: []}
                  typing: {count: vist}
                  two: {count: visit, amount: ug}
                  listed: {count: [visit]}
                """, """
                12:3: early is asked by a day after 0, not 0.0
                13:44: who is lost before an answer is excluded, or fails: 'excluded' or 'fail', not 'fails'
                14:3: none needs something to be reached
                15:19: nothing sets the mark 'vist'; did you mean visit?
                16:3: one of amount and count is needed, not both
                17:19: a text is needed here, and this is a list""");
        assertErrors(TRIAL + "endpoints: {drug: {amount: ug}}\n", """
                11:28: nothing is entered under 'ug': there are none""");
    }

    @Test
    void what_no_patient_of_the_scenario_has_cannot_be_read_off() throws IOException {
        assertErrors(
                "doors: {early: {mark: enrolled}, late: {mark: transplant}}\nenter: {at: early}\n" + TRIAL + """
                endpoints:
                  from: {from: transplant, event: death}
                  days: {days-to: transplant}
                """, """
                14:3: there is no mark transplant
                15:3: there is no mark transplant""");
    }

    @Test
    void analyses_get_what_their_method_needs() throws IOException {
        String methods = String.join(", ", Methods.all().keySet());
        assertErrors(TRIAL + ENDPOINTS + """
                analyses:
                  word: km-at
                  none: {}
                  unknown: {km: {endpoint: OS}}
                  typing: {km-att: {endpoint: OS}}
                  nothing: {km-at: {}}
                  missing: {km-at: {endpoint: DFS, at: 1 y, null: 50 %, alpha: 5 %}}
                  competing: {km-at: {endpoint: CIR, at: 1 y, null: 50 %, alpha: 5 %}}
                  response: {exact-binomial: {endpoint: CR, at: 1 y, null: 50 %, alpha: 5 %}}
                  time: {exact-proportion: {endpoint: OS, null: 50 %, alpha: 5 %}}
                  quantity: {mean: {endpoint: OS}}
                  landmark: {km-at: {endpoint: OS, at: 0 d, null: 50 %, alpha: 5 %}}
                  chance: {exact-binomial: {endpoint: OS, at: 1 y, null: 150 %, alpha: 0 %}}
                  words: {exact-binomial: {endpoint: OS, at: 1 y, null: 50 %, alpha: 0 %, lost: kept, arm: b, alternative: above}}
                  interval: {cif-at: {endpoint: CIR, at: 1 y, null: 50 %, alpha: 5 %, interval: logg}}
                  sure: {exact-proportion: {endpoint: CR, null: 50 %, alpha: 100 %}}
                  coin: {exact-proportion: {endpoint: CR, null: 50 %, alpha: 50 %}}
                  coins: {exact-proportion: {endpoint: CR, null: 50 %, alpha: 50 %, alternative: two-sided}}
                """, """
                17:9: an analysis is one method with what it needs, such as {km-at: {endpoint: PFS, ...}}: methods are %1$s
                18:9: an analysis is one method with what it needs, such as {km-at: {endpoint: PFS, ...}}: methods are %1$s
                19:13: there is no method 'km': there are %1$s
                20:12: there is no method 'km-att'; did you mean km-at?
                21:13: the method km-at needs 'endpoint'
                22:31: there is no endpoint 'DFS'
                23:33: in CIR something competes with the event, and this method knows one event: use cif-at, or an endpoint without 'competing'
                24:41: this needs a time to an event, and CR is none
                25:39: this needs a response, and OS is none
                26:31: this needs a quantity, and OS is none
                27:40: a landmark must be positive and finite, not 0.0
                28:58: a probability lies between 0 and 1, and 150 %% is above 1
                29:11: alpha must lie strictly between 0 and 1, not 0.0
                29:81: 'lost' is excluded, fail or succeed, not 'kept'
                29:92: there is no arm 'b': there are all
                29:108: 'alternative' is greater, less or two-sided, not 'above'
                30:81: 'interval' is log-log, plain, log, arcsine or logit, not 'logg'; did you mean log?
                31:10: alpha must lie strictly between 0 and 1, not 1.0
                32:10: alpha of one side must lie below 0.5, not 0.5: its interval has the level 1 - 2 alpha""".formatted(methods));
        assertErrors(TRIAL + ENDPOINTS + "analyses: [km-at]\n", """
                16:11: analyses are a mapping such as {primary: {km-at: {endpoint: PFS, at: 1 y, ...}}}, and this is a list""");
    }

    @Test
    void a_reference_curve_is_a_hazard() throws IOException {
        assertErrors(TRIAL + ENDPOINTS + """
                analyses:
                  none: {one-sample-log-rank: {endpoint: OS, alpha: 5 %}}
                  sure: {one-sample-log-rank: {endpoint: OS, reference: {survives: 0 %, to: 1 y}, alpha: 5 %}}
                  never: {one-sample-log-rank: {endpoint: OS, reference: {survives: 50 %, to: 0 d}, alpha: 5 %}}
                  open: {one-sample-log-rank: {endpoint: OS, reference: {survives: 50 %}, alpha: 5 %}}
                  shape: {one-sample-log-rank: {endpoint: OS, reference: {weibull: {shape: 0, median: 1 y}}, alpha: 5 %}}
                  form: {one-sample-log-rank: {endpoint: OS, reference: {survives: 50 %, to: 1 y}, alpha: 5 %, variance: big}}
                """, """
                17:10: the method one-sample-log-rank needs 'reference'
                18:57: the share that survives must lie strictly between 0 and 1, not 0.0
                19:58: t must be positive and finite, not 0.0
                20:57: a reference needs 'to'
                21:68: shape must be positive and finite, not 0.0
                22:106: 'variance' is classic, wu or exact, not 'big'""");
    }

    /** The engine's own refusals come with the place of the analysis. */
    @Test
    void the_null_of_a_share_lies_between_0_and_1() throws IOException {
        assertErrors(TRIAL + ENDPOINTS + """
                analyses:
                  never: {exact-binomial: {endpoint: OS, at: 1 y, null: 0 %, alpha: 5 %}}
                  always: {exact-proportion: {endpoint: CR, null: 100 %, alpha: 5 %}}
                  alive: {km-at: {endpoint: OS, at: 1 y, null: 100 %, alpha: 5 %}}
                  incidence: {cif-at: {endpoint: CIR, at: 1 y, null: 0 %, alpha: 5 %}}
                """, """
                17:3: p0 must lie strictly between 0 and 1, not 0.0
                18:3: p0 must lie strictly between 0 and 1, not 1.0
                19:3: p0 must lie strictly between 0 and 1, not 1.0
                20:3: p0 must lie strictly between 0 and 1, not 0.0""");
    }

    @Test
    void truths_have_a_role_and_say_what_must_hold() throws IOException {
        assertErrors(TRIAL + ENDPOINTS + """
                truths:
                  silent: {}
                  typing: {role: nul}
                  half: {role: null, tilt: death}
                  clock: {role: null, tilt: deth, until: {OS at 1 y: 50 %}}
                  fixed: {role: null, tilt: visit, until: {OS at 1 y: 50 %}}
                  none: {role: null, tilt: [], until: {OS at 1 y: 50 %}}
                  words: {role: null, tilt: death, until: {OS by 1 y: 50 %}}
                  response: {role: null, tilt: death, until: {CR at 1 y: 50 %}}
                  missing: {role: null, tilt: death, until: {DFS at 1 y: 50 %}}
                  more: {role: null, tilt: death, until: {OS at 1 y: 150 %}}
                  all: {role: null, tilt: death, until: {OS at 1 y: 0 %}}
                  never: {role: null, tilt: death, until: {OS at never: 50 %}}
                  two: {role: null, tilt: death, until: {OS at 1 y: 50 %, OS at 2 y: 40 %}}
                  set: {role: null, set: {hr: 1}}
                  list: {role: null, set: hr}
                  maybe: maybe
                """, """
                17:3: a truth needs 'role'
                18:18: the role of a truth is null or alternative, not 'nul'
                19:3: 'tilt' names the hazards that are multiplied, 'until' what must hold: they go together
                20:29: there is no clock 'deth' with a hazard to tilt; did you mean death?
                21:29: there is no clock 'visit' with a hazard to tilt
                22:28: 'tilt' names at least one clock with a hazard
                23:44: what must hold is an endpoint at a time, such as 'PFS at 1 y', not 'OS by 1 y'
                24:47: this needs a time to an event, and CR is none
                25:46: there is no endpoint 'DFS'
                26:54: a probability lies between 0 and 1, and 150 % is above 1
                27:53: no factor on a hazard makes OS at 1 y exactly 0: it lies strictly between 0 and 1
                28:44: a time is needed here, such as 14 d, and this is 'never'
                29:41: 'until' says one thing that must hold, such as {PFS at 1 y: 65 %}
                30:27: there is no parameter 'hr'
                31:27: what a truth sets is a mapping of parameters, such as {hr-maintenance: 1}, and this is 'hr'
                32:10: a truth is a mapping with role, for, set, alike, tilt, until and about, and this is 'maybe'""");
        assertErrors(TRIAL + ENDPOINTS + "truths: {}\n", """
                16:9: truths are a mapping such as {expected: {role: alternative}}, and this is an empty mapping""");
    }

    /** Read with each truth's values before anything is run, and told at the value, or at all of them where the mistake comes out elsewhere. */
    @Test
    void what_a_truth_sets_is_read() throws IOException {
        assertTruth("hr: 100 d", 0, "100 d is a time, and the value, 0.6, is a number");
        assertTruth("hr: 1, relapse-1y: 95 %", -1, "with what truth null sets, ");
        assertTruth("hr: 5", 0, ""); // a truth may lie outside of what is believed
    }

    /** @param from the column of the problem from that of the value of hr; -1 at the whole set */
    private void assertTruth(String set, int from, String what) throws IOException {
        String yaml = SmallTrial.YAML.replace("set: {hr: 1}", "set: {" + set + "}");
        Path file = Files.writeString(folder.resolve("truth.yaml"), yaml);
        int at = yaml.indexOf("set: {" + set) + "set: ".length();
        long line = 1 + yaml.substring(0, at).chars().filter(c -> c == '\n').count();
        int column = at - yaml.lastIndexOf('\n', at) + (from < 0 ? 0 : "{hr: ".length());
        List<Problem> found = ScenarioCheck.of(file, Map.of()).problems().all().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        assertEquals(what.isEmpty() ? 0 : 1, found.size(), found.toString());
        for (Problem problem : found) {
            assertEquals(new Position(file.toString(), (int) line, column), problem.at());
            assertTrue(problem.what().startsWith(what), problem.what());
        }
    }

    @Test
    void a_null_names_tests_and_an_arm_as_which_all_are_alike() throws IOException {
        assertErrors(TRIAL + ENDPOINTS + """
                arms: {control: {}, other: {}}
                analyses:
                  survival: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 5 %}}
                truths:
                  typing: {role: null, for: survivl}
                  twice: {role: null, for: [survival, survival]}
                  none: {role: null, for: []}
                  power: {role: alternative, for: survival}
                  arm: {role: null, alike: contrl}
                """, """
                10:8: a trial with 2 arms says how patients are allocated: allocation: {blocks: 2}, {minimise: [...]} or by-chance
                20:29: there is no analysis 'survivl' that tests a hypothesis; did you mean survival?
                21:39: survival is named already
                22:27: 'for' names at least one analysis; without it a truth is a null of all
                23:35: 'for' names the analyses whose hypothesis a null makes true, and this truth is an alternative
                24:28: there is no arm 'contrl'; did you mean control?""");
        assertErrors(TRIAL + ENDPOINTS + "truths: {same: {role: null, alike: all}}\n", """
                16:36: 'alike' makes all arms live as one of them, and the trial has one arm""");
    }

    @Test
    void a_hazard_is_tilted_once() throws IOException {
        assertErrors(TRIAL + ENDPOINTS + """
                truths:
                  null: {role: null, tilt: [death, death], until: {OS at 1 y: 50 %}}
                """, "17:36: death is named already: one factor multiplies each hazard once");
    }

    @Test
    void a_block_is_no_larger_than_a_trial() throws IOException {
        String trial = "{patients: 20, accrual: {over: 1 y}, allocation: {blocks: %s}, follow-up: {last-patient: 1 y}}";
        String arms = "arms: {a: {share: 1}, b: {share: 1000}}\n";
        assertTrial(
                trial.formatted("2000000000"),
                "10:57: a block holds each arm once, or up to 100000000 times, not 2000000000 times",
                arms);
        assertTrial(
                trial.formatted("3000000"),
                "10:57: a block of 3003000000 is larger than any trial, of 100000000 patients at the most",
                arms);
    }

    /** Known before any patient is: the mark lies before entry, in some patients at least. */
    @Test
    void what_knows_no_left_truncation_is_refused_where_patients_come_in_late() throws IOException {
        String trial = TRIAL.replace("accrual", "allocation: by-chance, accrual");
        assertErrors(trial + """
                enter: {ago: {visit: {uniform: [0 d, 30 d]}}}
                arms: {a: {sex: male}, b: {sex: female}}
                endpoints:
                  CIR: {from: visit, event: relapse, competing: death}
                  prompt: {event: relapse, competing: death}
                analyses:
                  late: {gray: {endpoint: CIR, alpha: 0.025}}
                  ratio: {fine-gray: {endpoint: CIR, alpha: 0.025}}
                  hazard: {cox: {endpoint: CIR, alpha: 0.025}}
                  gray: {gray: {endpoint: prompt, alpha: 0.025}}
                """, """
                17:3: Gray's test knows no left truncation, and the time of CIR runs from before patients come in: use log-rank or cox, for which what competes is censored, cif-at for the incidence in an arm, or an endpoint from entry on
                18:3: the Fine-Gray model here knows no left truncation, and the time of CIR runs from before patients come in: use log-rank or cox, for which what competes is censored, cif-at for the incidence in an arm, or an endpoint from entry on""");
    }

    @Test
    void an_endpoint_that_was_refused_is_reported_once() throws IOException {
        assertErrors(TRIAL + """
                endpoints:
                  OS: {event: deth}
                analyses:
                  primary: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 5 %}}
                truths:
                  null: {role: null, tilt: death, until: {OS at 1 y: 50 %}}
                """, "12:15: nothing sets the mark 'deth'; did you mean death?");
    }

    @Test
    void what_was_refused_is_not_missed_where_it_is_named() throws IOException {
        String whole = TRIAL + ENDPOINTS + """
                analyses: {primary: {km-at: {endpoint: OS, at: 1 y, null: 50 %, alpha: 0.05}}}
                looks: {interim: {group-sequential: {analysis: primary, when: {events: 3, of: OS}, information: {events: 9}}}}
                truths: {bad: {role: null, tilt: death, until: {OS at 1 y: 50 %}}}
                """;
        String quiet = whole.replace("information", "spending: pocock, information");
        assertErrors(
                quiet.replace("alpha: 0.05", "alpha: 5"),
                "16:72: a probability lies between 0 and 1, and 5 is above 1; did you mean 5 %?");
        assertErrors(quiet.replace("primary: {km-at", "primary: {km-it"), """
                16:22: there is no method 'km-it'; did you mean km-at?""");
        assertErrors(quiet.replace("at: 1 y, null", "ta: 1 y, nul"), """
                16:44: unknown key 'ta' in the method km-at; did you mean at?
                16:53: unknown key 'nul' in the method km-at; did you mean null?""");
        assertErrors(
                quiet.replace("analyses: {primary: {km-at", "analyses: [{km-at").replace("0.05}}}", "0.05}}]"), """
                16:11: analyses are a mapping such as {primary: {km-at: {endpoint: PFS, at: 1 y, ...}}}, and this is a list""");
        assertErrors(quiet.replace("endpoints:\n", "endpoint:\n"), """
                11:1: unknown key 'endpoint' in a scenario; did you mean endpoints?""");
        assertErrors(
                "parameters: {p: {value: 2, plausible: [1, 3], evidence: assumption, source: s, abuot: x}}\n"
                        + "arms: {a: {sex: mail}, b: [sex]}\n"
                        + quiet.replace("follow-up", "allocation: by-chance, follow-up"),
                """
                10:14: warning: nothing uses the parameter 'p'
                10:80: unknown key 'abuot' in a parameter; did you mean about?
                11:17: 'mail' is no state of sex, which is male or female
                11:27: an arm is a mapping with share, lost, population, about, vital and sex, and this is a list""");
    }

    @Test
    void rates_are_told_as_they_were_written() throws IOException {
        assertAccrual("{rate: -2 per mo}", "10:39: this is at least 0, not -2 per mo");
        assertAccrual("{rate: {0 mo: 2 per mo, 6 mo: -1 per w}}", "10:62: this is at least 0, not -1 per w");
    }

    @Test
    void a_truth_that_is_hard_to_believe_is_a_warning_unless_it_is_a_null() throws IOException {
        assertWarnings(
                "parameters: {p: {value: 2 per y, plausible: [1 per y, 3 per y], evidence: assumption, source: s}}\n"
                        + TRIAL.replace("over: 1 y", "rate: $p")
                        + ENDPOINTS
                        + "truths: {much: {role: alternative, set: {p: 9 per y}}, none: {role: null, set: {p: 9 per y}}}\n",
                "17:45: warning: p = 9 per y lies outside its plausible range, 1 per y to 3 per y");
    }

    @Test
    void a_cost_without_prices_is_a_warning() throws IOException {
        assertWarnings(
                """
                courses:
                  drug: {drug: x, starts: {while: {vital: alive}, after: 1 d}, needs: {vital: alive}, doses: [{days: 1-7, ug: 9}], vial: 35}
                """ + TRIAL + "endpoints: {all: {amount: cost}, own: {amount: drug/cost}, vials: {amount: vials}}\n",
                """
                13:13: warning: 'cost' is 0 for everybody: no course that it counts has 'prices'
                13:34: warning: 'drug/cost' is 0 for everybody: no course that it counts has 'prices'""");
    }

    @Test
    void a_clock_that_was_refused_is_not_missed_by_a_tilt() throws IOException {
        String broken =
                HEAD.replace("hazard: {exponential: {median: 1 y}}, then", "hazard: {exponential: {median: 1}}, then");
        String truths = "truths: {bad: {role: null, tilt: death, until: {OS at 1 y: 50 %}}}\n";
        Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, broken + TRIAL + ENDPOINTS + truths);
        assertEquals(
                file + ":7:65: a time needs a unit: 1 d, 1 w, 1 mo or 1 y?",
                ScenarioReader.read(file, Map.of()).problems().all().stream()
                        .map(Problem::toString)
                        .collect(joining("\n")));
    }

    @Test
    void a_landmark_beyond_the_horizon_is_a_warning() throws IOException {
        String beyond = "day 3652.5 lies beyond the horizon of the run, day 1095.75: nobody is followed that far";
        Reading reading = read(TRIAL + """
                endpoints:
                  OS: {event: death, at: 10 y}
                analyses:
                  primary: {km-at: {endpoint: OS, at: 10 y, null: 50 %, alpha: 5 %}}
                """);
        assertTrue(reading.scenario().isPresent());
        assertEquals("wrong.yaml:12:26: warning: " + beyond + "\nwrong.yaml:14:39: warning: " + beyond, text(reading));
    }

    @Test
    void an_arm_has_facts_in_place_of_those_there_are() throws IOException {
        assertErrors("""
                population: {log-mrd: {value: -5, evidence: assumption, source: x}}
                arms: {all: {population: {log-mdr: {value: -4, evidence: assumption, source: x}}}}
                """ + TRIAL + ENDPOINTS, """
                11:27: there is no fact 'log-mdr' in the population; did you mean log-mrd?""");
    }

    @Test
    void patients_enter_through_a_door_where_there_is_one() throws IOException {
        assertErrors("doors: {early: {mark: enrolled}}\nenter: {}\n" + TRIAL + ENDPOINTS, """
                11:8: the scenario needs 'enter', such as {at: early}""");
    }

    @Test
    void nothing_is_named_twice_or_against_itself() throws IOException {
        assertErrors(TRIAL + """
                endpoints:
                  OS: {event: [death, death], at: [1 y, 1 y, 365.25 d]}
                  CR: {reached: relapse, failing: [death, relapse]}
                """, """
                12:23: 'death' is named twice
                12:41: day 365.25 is named twice
                12:46: day 365.25 is named twice
                13:35: 'relapse' is what is to be reached: it cannot be failing as well""");
        assertErrors(TRIAL + ENDPOINTS + """
                analyses:
                  change: {mantel-byar: {endpoint: OS, change: OS, alpha: 5 %}}
                """, """
                17:48: who changes groups goes on without the event: OS comes with the event of OS""");
    }

    /** A band of a draw that goes by the arm, and of a fact that has another law in one arm. */
    @Test
    void strata_are_not_found_from_what_differs_between_the_arms() throws IOException {
        String text = """
                scenario: wrong
                run: {seed: 1, horizon: 3 y}
                population: {mrd: {normal: {mean: 0, sd: 1}, evidence: assumption, source: test}}
                tracks:
                  vital: [alive, dead]
                  care: [usual, new]
                  draw: {draw: [{when: {care: new}, among: {low: 90 %, high: rest}}, {among: {low: 10 %, high: rest}}]}
                  band: {cut: mrd, at: [0], states: [low, high]}
                clocks: {death: {while: {vital: alive}, hazard: {exponential: {median: 1 y}}, then: {vital: dead}}}
                arms: {a: {care: usual}, b: {care: new, population: {mrd: {normal: {mean: MEAN, sd: 1}, evidence: assumption, source: test}}}}
                trial: {patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 1 y}, allocation: {blocks: 1, by: BY}}
                endpoints: {OS: {event: death}}
                """;
        Path file = folder.resolve("wrong.yaml");
        String refused = "wrong.yaml:11:89: patients are allocated by what they bring along, and ";
        String apart = ", which is not the same in all arms";
        Files.writeString(file, text.replace("MEAN", "0").replace("BY", "draw"));
        assertEquals(refused + "draw is found from care" + apart, text(ScenarioReader.read(file, Map.of())));
        Files.writeString(file, text.replace("MEAN", "1").replace("BY", "band"));
        assertEquals(refused + "band is found from mrd" + apart, text(ScenarioReader.read(file, Map.of())));
        Files.writeString(file, text.replace("MEAN", "0").replace("BY", "band"));
        assertEquals("", text(ScenarioReader.read(file, Map.of())));
    }

    @Test
    void strata_are_not_made_of_the_arms() throws IOException {
        String arms = "arms: {f: {sex: female}, m: {sex: male}}\n";
        assertTrial(
                "{patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 1 y}, allocation: {minimise: [sex, sex]}}",
                """
                10:101: patients are allocated by what they bring along, and sex is set by their arm
                10:106: 'sex' is named twice
                10:106: patients are allocated by what they bring along, and sex is set by their arm""",
                arms);
        assertTrial(
                "{patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 1 y}, allocation: by-chance}",
                """
                18:60: sex tells the arms apart: there is nobody to compare within a stratum""",
                arms + """
                analyses:
                  primary: {log-rank: {endpoint: OS, alpha: 0.025, strata: sex}}
                """);
    }

    @Test
    void a_trial_does_not_wait_for_more_events_than_patients() throws IOException {
        assertFollowUp("{events: 21, of: OS}", "10:65: 21 events do not come of 20 patients, each with one");
        assertTrue(read("trial: {patients: 20, accrual: {over: 1 y}, follow-up: {events: 21, of: OS, latest: 2 y}}\n"
                        + ENDPOINTS)
                .scenario()
                .isPresent());
    }

    @Test
    void an_answer_or_a_follow_up_beyond_the_horizon_is_a_warning() throws IOException {
        String beyond = "day 3652.5 lies beyond the horizon of the run, day 1095.75: nobody is followed that far";
        Reading reading = read("""
                trial: {patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 10 y}}
                endpoints:
                  OS: {event: death}
                  CR: {reached: relapse, failing: death, by: 10 y}
                """);
        assertTrue(reading.scenario().isPresent());
        assertEquals("wrong.yaml:10:71: warning: " + beyond + "\nwrong.yaml:13:46: warning: " + beyond, text(reading));
    }

    @Test
    void an_end_before_the_answer_of_the_last_patients_is_a_warning() throws IOException {
        String asked = """
                endpoints:
                  OS: {event: death}
                  CR: {reached: relapse, by: 3 mo}
                  late: {reached: visit, by: 2 y}
                  ever: {reached: visit}
                  since: {from: relapse, reached: visit, by: 2 y}
                analyses:
                  km: {km-at: {endpoint: OS, at: 2 y, null: 50 %, alpha: 5 %}}
                  exact: {exact-binomial: {endpoint: OS, at: 2 y, null: 50 %, alpha: 5 %}}
                """;
        String open = "warning: the trial ends before day 730.5 of the patients who come last: they are not in ";
        String end = ", whatever is known of them";
        String nobody =
                "\nwrong.yaml:18:3: warning: the trial ends before day 730.5 of OS: of its 20 patients it has 0 for so long on average, and where it has nobody there is no estimate";
        String both =
                "wrong.yaml:14:3: " + open + "'late'" + end + nobody + "\nwrong.yaml:19:3: " + open + "'exact'" + end;
        String trial = "trial: {patients: 20, accrual: {over: 1 y}, follow-up: ";
        for (String followUp : new String[] {"{last-patient: 1 y}", "{until: 2 y}"}) {
            Reading reading = read(trial + followUp + "}\n" + asked);
            assertTrue(reading.scenario().isPresent());
            assertEquals(both, text(reading));
        }
        for (String late : new String[] {"{last-patient: 2 y}", "{until: 3 y}", "{events: 19, of: OS}"}) {
            assertEquals("", text(read(trial + late + "}\n" + asked)));
        }
    }

    private void assertTrial(String trial, String expected) throws IOException {
        assertErrors("trial: " + trial + "\n" + ENDPOINTS, expected);
    }

    private void assertAccrual(String accrual, String expected) throws IOException {
        assertTrial("{patients: 20, accrual: " + accrual + ", follow-up: {last-patient: 1 y}}", expected);
    }

    private void assertFollowUp(String followUp, String expected) throws IOException {
        assertTrial("{patients: 20, accrual: {over: 1 y}, follow-up: " + followUp + "}", expected);
    }

    private void assertArms(String allocation, String expected) throws IOException {
        assertTrial(
                "{patients: 20, accrual: {over: 1 y}, follow-up: {last-patient: 1 y}" + allocation + "}",
                expected,
                "arms: {control: {share: 1}, blinatumomab: {share: 1.5}}\n");
    }

    private void assertTrial(String trial, String expected, String more) throws IOException {
        assertErrors("trial: " + trial + "\n" + ENDPOINTS + more, expected);
    }

    private void assertErrors(String scenario, String expected) throws IOException {
        Reading reading = read(scenario);
        assertEquals(expected.lines().map(line -> "wrong.yaml:" + line).collect(joining("\n")), text(reading));
        assertTrue(reading.scenario().isEmpty());
    }

    private void assertWarnings(String scenario, String expected) throws IOException {
        Reading reading = read(scenario);
        assertEquals(expected.lines().map(line -> "wrong.yaml:" + line).collect(joining("\n")), text(reading));
        assertTrue(reading.scenario().isPresent());
    }

    private Reading read(String scenario) throws IOException {
        return ScenarioReader.read(Files.writeString(folder.resolve("wrong.yaml"), HEAD + scenario), Map.of());
    }

    private String text(Reading reading) {
        return reading.problems().all().stream()
                .map(Problem::toString)
                .map(line -> line.replace(folder + "/", ""))
                .collect(joining("\n"));
    }
}
