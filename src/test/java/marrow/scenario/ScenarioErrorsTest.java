package marrow.scenario;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marrow.scenario.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to read for each kind of mistake: place, words, and what may have been meant. */
class ScenarioErrorsTest {
    private static final String HEAD = """
            scenario: wrong
            run: {seed: 1, horizon: 1 y}
            tracks:
              vital: [alive, dead]
              disease: [remission, relapsed]
            """;

    @TempDir
    Path folder;

    @Test
    void an_unknown_key_gets_the_nearest_right_one() throws IOException {
        assertErrors("""
                clocks:
                  death:
                    whlie: {vital: alive}
                    after: 3 d
                    colour: red
                    then: {vital: dead}
                """, """
                8:5: unknown key 'whlie' in a clock; did you mean while?
                10:5: unknown key 'colour' in a clock, which has while, since, after, hazard, times, chance, keeps, repeats, then, mark, uses, choose and about""");
    }

    @Test
    void what_was_refused_is_not_missed_where_it_is_named() throws IOException {
        assertErrors("""
                parameters:
                  p: {vlaue: 14 %, plausible: [8 %, 20 %], evidence: assumption, source: test}
                clocks:
                  relapse: {while: {vital: alive}, hazard: {exponential: {}, reaches: $p, by: 1 y, beside: death}, mark: gone, then: {disease: relapst}}
                  death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 8 %, by: 1 y, beside: relapse}}
                  later: {while: {disease: relapsed}, since: gone, after: 3 d, times: {zz: 1}}
                """, """
                7:7: unknown key 'vlaue' in a parameter; did you mean value?
                9:128: 'relapst' is no state of disease; did you mean relapsed?
                11:64: factors multiply a hazard, and this clock has a waiting time
                11:71: factors are a list such as [{when: {...}, by: 0.5}], and this is a mapping""");
        assertErrors("""
                doors: {in: [gone], out: {}}
                enter: {at: in}
                clocks:
                  relapse: {zz: {vital: alive}}
                  later: {while: {disease: relapsed}, since: gone, after: 3 d}
                """, """
                6:13: a door is a mapping with set, mark and about, and this is a list
                9:13: unknown key 'zz' in a clock, which has while, since, after, hazard, times, chance, keeps, repeats, then, mark, uses, choose and about""");
        assertErrors(
                "parameters: [p]\nclocks: {later: {while: {vital: alive}, hazard: {exponential: {rate: $p}}}}\n", """
                6:13: 'parameters' holds names, each with a parameter, and this is a list""");
    }

    @Test
    void clocks_that_wait_for_each_other_are_refused() throws IOException {
        assertErrors("""
                clocks:
                  again: {while: {vital: alive}, since: again, after: 3 d}
                  one: {while: {vital: alive}, since: other, after: 3 d}
                  two: {while: {vital: alive}, since: one, after: 3 d, mark: other}
                  first: {while: {vital: alive}, after: 3 d}
                  second: {while: {vital: alive}, since: first, after: 3 d, mark: first}
                """, """
                7:41: this clock never rings: it waits for the mark 'again', which only it sets itself
                8:39: this clock never rings: it waits for the mark 'other', which is set by two alone, and that waits for ever as well
                9:39: this clock never rings: it waits for the mark 'one', which is set by one alone, and that waits for ever as well""");
    }

    @Test
    void a_course_lasts_and_says_itself_when_it_starts() throws IOException {
        assertErrors("""
                clocks:
                  early: {while: {vital: alive}, after: 3 d, mark: drug}
                courses:
                  drug: {drug: x, starts: {while: {vital: alive}, after: 1 d}, needs: {vital: alive}, length: 0 d}
                """, """
                7:52: the mark 'drug' says when the course 'drug' starts, which alone sets it: another name is needed here
                9:95: a course lasts longer than 0 d""");
    }

    @Test
    void a_law_without_probability_is_told_without_its_numbers_in_java() throws IOException {
        assertErrors("""
                clocks:
                  early: {while: {vital: alive}, after: {normal: {mean: 10 d, sd: 1 d}, within: [500 d, 600 d]}}
                """, """
                7:81: the law has no probability between 500.0 and 600.0""");
    }

    @Test
    void a_parameter_is_not_named_like_a_place() throws IOException {
        assertErrors("""
                parameters:
                  hr.relapse: {value: 14 %, plausible: [8 %, 20 %], evidence: assumption, source: test}
                """, """
                7:3: 'hr.relapse' cannot name a parameter: a name with a dot is one of a place, such as trial.patients, and no value could be given for it
                7:3: warning: nothing uses the parameter 'hr.relapse'""");
    }

    @Test
    void a_mark_that_a_ring_sets_anyway_is_a_warning() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), HEAD + """
                        clocks:
                          relapse: {while: {vital: alive}, after: 3 d, mark: [event, relapse, event], then: {vital: dead}}
                        """);
        assertEquals(
                file + ":7:3: warning: every ring sets the mark relapse: 'mark' need not name it\n" + file
                        + ":7:71: warning: the mark event is named twice and set once",
                printed(ScenarioReader.read(file, Map.of())));
    }

    @Test
    void numbers_are_checked_for_their_kind() throws IOException {
        assertErrors("""
                parameters:
                  p: {value: 14 %, plausible: [8 %, 20 %], evidence: assumption, source: test}
                clocks:
                  a: {after: 14, then: {vital: dead}}
                  b: {after: 14 days, then: {vital: dead}}
                  c: {after: $p, then: {vital: dead}}
                  d: {after: soon, then: {vital: dead}}
                  e: {after: 3 d, chance: 14, then: {vital: dead}}
                  f: {after: 3 d, chance: -0.1, then: {vital: dead}}
                  g: {after: [3 d], then: {vital: dead}}
                  h: {hazard: {exponential: {rate: 0.1}}, then: {vital: dead}}
                  i: {hazard: {weibull: {shape: 2 d, median: 1 y}}, then: {vital: dead}}
                  j: {after: {normal: {mean: 3 d, sd: 1 d}}, then: {vital: dead}}
                  k: {after: -3 d, then: {vital: dead}}
                """, """
                9:14: a time needs a unit: 14 d, 14 w, 14 mo or 14 y?
                10:14: unknown unit 'days': the units of time are d, w, mo and y; did you mean 14 d?
                11:14: a time is needed here, such as 14 d, and $p = 14 % is a number
                12:14: a time is needed here, such as 14 d, and this is 'soon'
                13:27: a probability lies between 0 and 1, and 14 is above 1; did you mean 14 %?
                14:27: a probability lies between 0 and 1, and -0.1 is below 0
                15:14: a waiting law is a mapping with uniform, triangular, normal, lognormal, gamma, beta, empirical and within, and this is a list
                16:36: a rate needs a unit: 0.1 per d, 0.1 per w, 0.1 per mo or 0.1 per y?
                17:33: a number is needed here, such as 0.39, and 2 d is a time
                18:14: a waiting time cannot be negative, and this one may be: cut it, as in {normal: ..., within: [0 d, 100 d]}
                19:14: this is at least 0, not -3 d""");
    }

    @Test
    void chances_add_to_one() throws IOException {
        assertErrors("""
                clocks:
                  a:
                    after: 1 d
                    choose:
                      - {chance: 70 %, then: {vital: dead}}
                      - {chance: 40 %, then: {disease: relapsed}}
                  b:
                    after: 1 d
                    choose:
                      - {chance: 70 %, then: {vital: dead}}
                      - {chance: 40 %, mark: x}
                      - {chance: rest, mark: y}
                """, """
                10:7: the chances add to 1.1, not to 1
                15:7: the chances beside 'rest' add to 1.1, more than 1""");
    }

    @Test
    void names_are_checked_against_those_there_are() throws IOException {
        assertErrors("""
                parameters:
                  relapse-1y: {value: 14 %, plausible: [8 %, 20 %], evidence: asumption, source: test}
                  nrm-1y: {value: 8 %, plausible: [4 %, 15 %], evidence: assumption, source: test}
                clocks:
                  relapse:
                    while: {disease: remision, vitl: alive}
                    since: transplnt
                    hazard: {exponential: {}, reaches: $nrm-1j, by: 1 y}
                    then: {disease: cured}
                  transplant: {after: 3 d, then: {graft: infused}}
                  death: {while: {vital: alive}, hazard: {exponential: {}, reaches: $nrm-1y, by: 1 y, beside: [relapze]}, then: {vital: dead}}
                """, """
                7:63: unknown evidence 'asumption': it is registered, published, derived or assumption; did you mean assumption?
                11:22: 'remision' is no state of disease; did you mean remission?
                11:32: there is no track 'vitl'; did you mean vital?
                13:40: there is no parameter 'nrm-1j'; did you mean $nrm-1y?
                14:21: 'cured' is no state of disease, which is remission or relapsed
                15:35: there is no track 'graft': there are vital and disease
                16:96: there is no clock 'relapze'; did you mean relapse?""", "7:3: warning: nothing uses the parameter 'relapse-1y'");
    }

    /** Neither where it starts nor where strata are made of it. */
    @Test
    void a_track_that_is_a_word_is_told_once() throws IOException {
        String yaml = SmallTrial.YAML
                .replace("  sex: {draw: {female: 50 %, male: rest}}\n", "  sex: female\n")
                .replace("analyses:\n", "analyses:\n  lr: {log-rank: {endpoint: OS, strata: sex, alpha: 0.025}}\n");
        Path file = Files.writeString(folder.resolve("word.yaml"), yaml);
        assertEquals(
                file + ":8:8: a track is a list of states, or starts by 'cut' or 'draw', and this is 'female'",
                printed(ScenarioReader.read(file, Map.of())));
    }

    @Test
    void mistakes_are_told_in_the_units_in_which_they_were_made() throws IOException {
        assertErrors("""
                clocks:
                  a: {after: {uniform: [1 y, 20 y], within: [18 y, 1 y]}}
                """, "7:45: the limits go from low to high, and '18 y' is not below '1 y'");
        String yaml = SmallTrial.YAML
                .replace("patients: 24\n", "patients: 24 patients\n")
                .replace(
                        "analyses:\n",
                        "analyses:\n  lr: {log-rank: {endpoint: OS, arms: [control, control], alpha: 0.025}}\n");
        Path file = Files.writeString(folder.resolve("units.yaml"), yaml);
        assertEquals(
                file + ":21:13: a number is needed here, such as 0.39, and this is '24 patients': it has no unit\n"
                        + file + ":33:49: 'control' is named twice",
                printed(ScenarioReader.read(file, Map.of())));
    }

    @Test
    void a_competitor_is_named_once() throws IOException {
        assertErrors("""
                clocks:
                  a: {hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [b, b]}, then: {vital: dead}}
                  b: {hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [a]}, then: {vital: dead}}
                """, "7:69: 'b' is named twice");
    }

    @Test
    void what_one_clock_of_several_cannot_reach_is_told_there() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), HEAD + """
                clocks:
                  a: {hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [b]}, then: {vital: dead}}
                  b: {hazard: {lognormal: {sdlog: 6000}, reaches: 10 %, by: 1 y, beside: [a]}, then: {vital: dead}}
                """);
        String told = printed(ScenarioReader.read(file, Map.of()));
        assertTrue(told.startsWith(file + ":8:51: "), told);
        assertEquals(1, told.lines().count(), told);
    }

    @Test
    void a_mark_that_nothing_sets_is_named() throws IOException {
        assertErrors("""
                clocks:
                  transplant: {after: 3 d, mark: infusion}
                  death: {since: infusoin, after: 3 d, then: {vital: dead}}
                """, "8:18: nothing sets the mark 'infusoin'; did you mean infusion?");
    }

    @Test
    void a_condition_that_can_never_hold_is_an_error() throws IOException {
        assertErrors("""
                clocks:
                  death:
                    while: {vital: alive, disease: relapsed}
                    hazard: {exponential: {mean: 1 y}}
                    times:
                      - {when: {vital: dead}, by: 2}
                    then: {vital: dead}
                  nothing:
                    while: {vital: {not: [alive, dead]}}
                    after: 1 d
                """, """
                8:36: this can never hold: nothing puts disease into relapsed
                11:16: this can never hold: while the clock runs, vital is alive
                14:20: this excludes every state of vital and can never hold""");
    }

    @Test
    void nothing_is_given_after_the_last_day_of_a_course() throws IOException {
        assertErrors("""
                courses:
                  extended:
                    drug: blinatumomab
                    starts: {after: 2 d}
                    doses: [{days: 1-14, ug: 5}]
                    extend: {when: {vital: alive}, days: 15-28, ug: 5}
                    with: {dexamethasone-mg: {amount: 20, days: [1, 28, 29]}}
                  drawn:
                    drug: blinatumomab
                    starts: {after: 2 d}
                    length: {uniform: [5 d, 7.5 d]}
                    with: {dexamethasone-mg: {amount: 20, days: [8, 9]}}
                """, """
                12:57: the course has 28 days at the most: nothing is given on day 29
                17:53: the course has 7.5 days at the most: nothing is given on day 9""");
    }

    @Test
    void a_condition_that_contradicts_a_course_is_an_error() throws IOException {
        assertErrors("""
                courses:
                  blina:
                    drug: blinatumomab
                    starts: {while: {vital: dead}, after: 2 d}
                    needs: {vital: alive}
                    doses: [{days: 1-2, ug: 5}, {days: 4-9, ug: 10}]
                    extend: {when: {vital: dead}, days: 10-14, ug: 5}
                    toxicity:
                      evidence: published
                      source: test
                      lines:
                        fever: {any: 3/33, grade-3: 11/33, onset: 1 d, holds: yes}
                clocks:
                  x: {while: {blina: runing}, after: 1 d, then: {blina: after, vital: dead}}
                """, """
                10:12: this can never hold: it starts while vital is dead
                11:40: doses follow each other without gaps: these days begin on day 3
                12:20: this can never hold: the course needs that vital is alive
                17:37: grade 3 or more (0.333333) is part of any grade (0.0909091)
                17:56: the course has no 'hold' to say for how long
                19:22: 'runing' is no state of blina; did you mean running?
                19:50: the course 'blina' alone moves its track""");
    }

    @Test
    void facts_and_tracks_are_checked_together() throws IOException {
        assertErrors("""
                  mrd: {cut: reading, at: [-4, -2], states: [negative, positive]}
                  old: {cut: age, at: [18], states: [child, adult]}
                  age: [x]
                population:
                  age: {normal: {mean: 7 y, sd: 3 y}, within: [1 y, 18 y], evidence: registered, source: test}
                  reading: {sum: [lod, {normal: {mean: 0, sd: 1}}, age], evidence: registered, source: test}
                  lod: {normal: {mean: -5, sd: 1 d}, evidence: registered, source: test}
                  a: {of: b, evidence: registered, source: test}
                  b: {of: a, evidence: registered, source: test}
                  c: {cases: [{when: {vital: alive}, value: 1}], evidence: registered, source: test}
                """, """
                6:27: 2 thresholds make 3 bands, and there are 2 states
                7:24: a time needs a unit: 18 d, 18 w, 18 mo or 18 y?
                10:3: 'age' is the name of a track already, in FILE:8:3
                11:52: this is a time, and the first here is a number
                12:32: a number is needed here, such as 0.39, and 1 d is a time
                14:11: at entry, a needs b needs a
                15:14: some patients are in none of these cases: leave 'when' out of the last""");
    }

    @Test
    void a_start_that_needs_itself_is_an_error() throws IOException {
        assertErrors("""
                  mrd: {cut: reading, at: [-4], states: [negative, positive]}
                population:
                  reading: {cases: [{when: {mrd: positive}, value: 1}, {value: 2}], evidence: registered, source: test}
                """, "8:3: at entry, reading needs mrd needs reading");
    }

    @Test
    void targets_that_cannot_be_reached_are_reported_where_they_are_set() throws IOException {
        assertErrors(
                """
                clocks:
                  relapse: {while: {vital: alive}, hazard: {exponential: {}, reaches: 60 %, by: 1 y, beside: [death]}, then: {disease: relapsed}}
                  death: {while: {vital: alive}, hazard: {exponential: {}, reaches: 50 %, by: 1 y, beside: [relapse]}, then: {vital: dead}}
                """,
                "7:71: incidences must add up to less than 1, but relapse 0.6 by day 365.25, death 0.5 by day 365.25 make 1.1");
    }

    @Test
    void points_to_reach_rise() throws IOException {
        assertErrors("""
                clocks:
                  death: {hazard: {piecewise: {}, reaches: {100 d: 3 %, 1 y: 2 %}}, then: {vital: dead}}
                """, "7:62: the points to reach rise in time, and never fall in probability");
    }

    @Test
    void a_track_without_its_states_is_refused_once() throws IOException {
        assertErrors("""
                  mrd: {cut: age, at: [-4], states: [/x, positive]}
                  arm: {cut: age, at: [-4]}
                  sex: {}
                population:
                  age: {value: 1, evidence: assumption, source: test}
                clocks:
                  x: {while: {mrd: positive, arm: one}, after: 1 d}
                """, """
                6:38: '/x' cannot name a state: a name begins with a letter or digit and goes on with letters, digits and . _ + -
                7:3: a track needs 'states'
                8:3: a track is a list of states, or starts by 'cut' or by 'draw'""");
    }

    @Test
    void clocks_solved_together_compete_with_the_same_others() throws IOException {
        assertErrors("""
                clocks:
                  a: {hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [b, c]}, then: {vital: dead}}
                  b: {hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [a]}, then: {vital: dead}}
                  c: {hazard: {exponential: {mean: 1 y}}, then: {vital: dead}}
                  w: {after: 1 d}
                  d: {hazard: {exponential: {}, reaches: 10 %, by: 1 y, beside: [w, d]}, then: {vital: dead}}
                """, """
                8:42: a and b are solved together, so b competes with c as well: list it under 'beside'
                11:66: competitors have hazards, and w has a waiting time
                11:69: a clock does not compete with itself""");
    }

    @Test
    void clocks_that_ring_for_ever_at_one_instant_are_named() throws IOException {
        assertErrors("""
                clocks:
                  to: {while: {disease: remission}, after: 0 d, then: {disease: relapsed}}
                  fro: {while: {disease: relapsed}, after: 0 d, then: {disease: remission}}
                """, "7:3: these clocks ring for ever without any time passing: to > fro > to");
    }

    @Test
    void keys_that_do_not_go_together_are_refused() throws IOException {
        assertErrors("""
                clocks:
                  a: {after: 1 d, times: [{when: {vital: alive}, by: 2}]}
                  b: {hazard: {exponential: {mean: 1 y}}, chance: 30 %}
                  c: {after: 1 d, hazard: {exponential: {mean: 1 y}}}
                  d: {then: {vital: dead}}
                  e: {hazard: {weibull: {shape: 0.7}}}
                  f: {hazard: {weibull: {shape: 0.7, median: 1 y}, reaches: 14 %, by: 1 y}}
                  g: {hazard: {weibull: {shape: 0.7}, reaches: 14 %}}
                  h: {hazard: {weibull: {shape: 0.7}, reaches: {1 y: 14 %}}}
                """, """
                7:19: factors multiply a hazard, and this clock has a waiting time
                8:43: 'chance' goes with 'after': a hazard keeps its budget by itself, and comes when it is spent
                9:3: a clock has either 'after' or 'hazard', not both
                10:3: a clock has either 'after' or 'hazard'
                11:25: weibull is given by shape and scale, shape and mean, shape and median or quantiles
                12:38: unknown key 'median' in weibull with 'reaches', which has shape
                13:15: a hazard needs 'by'
                14:15: several points are reached by 'piecewise: {}' only; other hazards reach one, 'by' a time""");
    }

    @Test
    void parameters_say_what_stands_behind_them() throws IOException {
        assertErrors("""
                parameters:
                  a: {value: 14 %, evidence: assumption, source: test}
                  b: {value: 14 %, plausible: [20 %, 8 %], evidence: assumption, source: test}
                  c: {value: 14 %, plausible: [8 d, 20 d], evidence: assumption, source: test}
                  d: 14 %
                  e: {value: 7/14}
                  f: {value: 7/14, evidence: published, source: Xie 2023, Table 2}
                clocks:
                  x: {after: 1 d, choose: [{chance: $a}, {chance: $b}, {chance: $c}, {chance: $d}, {chance: $e}, {chance: $f}]}
                """, """
                7:3: a parameter needs 'plausible'
                8:32: a range goes from low to high
                9:32: 8 d is a time, and the value, 14 %, is a number
                9:37: 20 d is a time, and the value, 14 %, is a number
                10:6: a parameter is a mapping with value, plausible, evidence, source and about, and this is '14 %'
                11:3: a parameter needs 'evidence'
                11:3: a parameter needs 'source'
                12:59: unknown key 'Table 2' in a parameter: a text with a comma needs quotes""");
    }

    @Test
    void values_set_on_the_command_line_are_checked_like_written_ones() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), HEAD + """
                        parameters:
                          relapse-1y: {value: 14 %, plausible: [8 %, 20 %], evidence: assumption, source: test}
                          onset: {value: 14 d, plausible: [8 d, 20 d], evidence: assumption, source: test}
                        clocks:
                          x: {after: $onset, chance: $relapse-1y}
                        """);
        assertEquals("", printed(ScenarioReader.read(file, Map.of("relapse-1y", "15 %"))));
        assertEquals(
                "--set relapse-1y: warning: relapse-1y = 30 % lies outside its plausible range, 8 % to 20 %",
                printed(ScenarioReader.read(file, Map.of("relapse-1y", "30 %"))));
        assertEquals(
                "--set onset: 3 is a number, and the value, 14 d, is a time",
                printed(ScenarioReader.read(file, Map.of("onset", "3"))));
        assertEquals(
                "--set relapse-1y: a probability lies between 0 and 1, and $relapse-1y = 14 is above 1; did you mean 14 %?",
                printed(ScenarioReader.read(file, Map.of("relapse-1y", "14")))
                        .lines()
                        .filter(line -> !line.contains("warning"))
                        .collect(joining("\n")));
        assertEquals(
                "--set relapse: there is no parameter 'relapse'; did you mean relapse-1y?",
                printed(ScenarioReader.read(file, Map.of("relapse", "14 %"))));
    }

    @Test
    void nobody_is_followed_for_more_than_a_thousand_years() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), HEAD.replace("horizon: 1 y", "horizon: 1001 y"));
        assertEquals(
                file + ":2:25: patients are followed for at most 365250 d, a thousand years, not for 365615 d",
                printed(ScenarioReader.read(file, Map.of())));
        Files.writeString(file, HEAD.replace("horizon: 1 y", "horizon: 1000 y"));
        assertEquals("", printed(ScenarioReader.read(file, Map.of())));
    }

    @Test
    void courses_are_refused_with_what_was_written() throws IOException {
        assertErrors("""
                courses:
                  c:
                    drug: blinatumomab
                    starts: {after: 5 d}
                    doses: []
                    vial: -5
                    toxicity:
                      evidence: assumption
                      source: test
                      lines:
                        end: {any: 10 %, onset: {uniform: [0 d, 4 d]}}
                clocks:
                  a: {after: 3 d, choose: []}
                  b: {hazard: {piecewise: []}}
                """, """
                7:3: a course needs 'doses' or 'length'
                11:11: a vial holds more than 0 ug, not -5
                16:9: 'end' cannot name a line of toxicity: the course has a mark or clock c/end of its own
                18:27: outcomes to choose between are a list, and this is an empty list
                19:27: pieces are a list such as [{to: 1 y, rate: 0.2 per y}, {rate: 0.1 per y}], and this is an empty list""");
    }

    private void assertErrors(String rest, String expected) throws IOException {
        assertErrors(rest, expected, "");
    }

    /** Reads the head with the rest, and compares what is said of it, position by position. */
    private void assertErrors(String rest, String expected, String warnings) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), HEAD + rest);
        Reading reading = Promptly.get(() -> ScenarioReader.read(file, Map.of()));
        String all = (warnings.isEmpty() ? "" : warnings + "\n") + expected;
        assertEquals(
                all.lines()
                        .map(line -> file + ":" + line.replace("FILE", file.toString()))
                        .collect(joining("\n")),
                printed(reading));
        assertTrue(reading.scenario().isEmpty());
    }

    private static String printed(Reading reading) {
        return reading.problems().all().stream().map(Problem::toString).collect(joining("\n"));
    }
}
