package marrow.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.analysis.Estimand;
import marrow.design.truth.TrueValues;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;
import marrow.montecarlo.Estimate;
import marrow.scenario.Scenario;
import marrow.trial.endpoint.TimeToEvent;

/**
 * A line of the table in docs/evidence.md of what was not put in: what the defaults were chosen to meet, or beside what they came to
 * lie, and what many simulated patients come to.
 */
record ComesOut(String figure, String wanted, List<Estimate> values, String from) {
    private static final double YEAR = 365.25;
    private static final double MONTH = YEAR / 12;
    private static final int PATIENTS = 100_000;

    /** Children of the evidence who are transplanted NGS-positive: no study enters them there. */
    private static final String CHILDREN = """
            scenario: children
            journey: [journeys/common.yaml, journeys/transplant.yaml, journeys/relapse-after-transplant.yaml]
            enter: {at: transplant, mrd: ngs-positive}
            population:
              age: {normal: {mean: 7.6 y, sd: 3.7 y}, within: [0 y, 18 y], evidence: assumption, source: as in Xie 2023}
            trial: {patients: 10, accrual: {over: 1 mo}, follow-up: {last-patient: 3 y}}
            endpoints:
              OS: {from: transplant, event: death, at: 1 y}
            truths: {expected: {role: alternative}}
            run: {seed: 20261120, horizon: 4 y, replicates: 1}
            """;

    static String table(List<ComesOut> lines) {
        return "| figure | wanted | comes out | wanted from |\n|---|---|---|---|\n"
                + lines.stream().map(ComesOut::line).collect(Collectors.joining());
    }

    private String line() {
        String shown = values.stream()
                .map(one -> String.format(Locale.ROOT, "%.1f (%.1f)", 100 * one.value(), 100 * one.mcse()))
                .collect(Collectors.joining(", "));
        return "| " + figure + " | " + wanted + " | " + shown + " % | " + from + " |\n";
    }

    /** All of them, in the order of the page. */
    static List<ComesOut> all() {
        List<ComesOut> lines = new ArrayList<>();
        frontLine(lines);
        shortCourse(lines);
        transplant(lines);
        maintenance(lines);
        relapse(lines);
        return lines;
    }

    private static void frontLine(List<ComesOut> lines) {
        String[] after = {"no-residual", "ngs-residual", "flow-residual"};
        List<TimeToEvent> relapses = Stream.of(after)
                .map(reading -> TimeToEvent.of(reading, reading + "-after-consolidation", "relapse")
                        .competingWith("death", "second-malignancy"))
                .toList();
        TimeToEvent efs = TimeToEvent.of(
                "EFS",
                "diagnosis",
                "death-in-induction",
                "abandonment-before-remission",
                "death-in-first-remission",
                "relapse",
                "second-malignancy");
        Drawn children = new Drawn(
                "ngs-mrd-pediatric",
                Map.of(),
                Stream.concat(Stream.of(efs), relapses.stream()).toList());
        int chemotherapy = 1;
        lines.add(new ComesOut(
                "front line, chemotherapy: EFS at 5 y",
                "80.3 % (B and T cell)",
                List.of(children.survival(efs, chemotherapy, 5 * YEAR)),
                "CCCG-ALL-2015, n = 7640"));
        lines.add(new ComesOut(
                "flow-positive at EOI, at EOC; NGS-positive at EOC",
                "20-25, 3-8; 20-35 %",
                List.of(
                        children.entersIn("eoi-flow", "positive"),
                        children.entersIn("eoc-flow", "positive"),
                        children.entersIn("eoc-ngs", "positive")),
                "P9900 and others, recalled"));
        lines.add(new ComesOut(
                "relapse 3 y after the marrow at EOC on chemotherapy, by what was read there: NGS-negative; NGS-positive and flow-negative; flow-positive",
                "3, 12, 30 %",
                relapses.stream()
                        .map(one -> children.incidence(one, chemotherapy, 3 * YEAR))
                        .toList(),
                "set for the latent classes, since remission; readings blur them"));
    }

    private static void shortCourse(List<ComesOut> lines) {
        TimeToEvent remission =
                TimeToEvent.of("CR", "short-course", "short-course-remission").competingWith("death");
        TimeToEvent relapse =
                TimeToEvent.of("relapse", "short-course-remission", "relapse").competingWith("death");
        TimeToEvent all = TimeToEvent.of("OS", "short-course", "death");
        TimeToEvent inRemission = TimeToEvent.of("OS-remission", "short-course-remission", "death");
        TimeToEvent without = TimeToEvent.of("OS-no-remission", "no-remission", "death");
        Drawn children = new Drawn("short-course-rr", Map.of(), List.of(remission, relapse, all, inRemission, without));
        lines.add(new ComesOut(
                "remission after the short course",
                "26/33 (61-91 %)",
                List.of(children.incidence(remission, 0, 60)),
                "Xie 2023"));
        lines.add(new ComesOut(
                "relapse within two months of that remission",
                "2/26 (1-25 %)",
                List.of(children.incidence(relapse, 0, 2 * MONTH)),
                "Xie 2023, Discussion: days 15 and 53"));
        lines.add(new ComesOut(
                "OS at 10.7 months, all; in remission",
                "88 % (72-97); 96 % (80-100)",
                List.of(children.survival(all, 0, 10.7 * MONTH), children.survival(inRemission, 0, 10.7 * MONTH)),
                "Xie 2023"));
        lines.add(new ComesOut(
                "OS at 6 months from the start of blinatumomab, of those without remission after 28 days",
                "57 % (18-90)",
                List.of(children.survival(without, 0, 6 * MONTH - 28)),
                "Xie 2023, death times re-analysed"));
    }

    private static void transplant(List<ComesOut> lines) {
        TimeToEvent pfs = TimeToEvent.of("PFS", "transplant", "relapse", "death");
        TimeToEvent nrm =
                TimeToEvent.of("NRM", "transplant", "non-relapse-death").competingWith("relapse");
        TimeToEvent cir = TimeToEvent.of("CIR", "transplant", "relapse").competingWith("non-relapse-death");
        Drawn children = new Drawn(children(), List.of(nrm, cir));
        lines.add(new ComesOut(
                "children after transplant, NGS-positive: NRM at 1, 2 y",
                "6, 7 %",
                List.of(children.incidence(nrm, 0, YEAR), children.incidence(nrm, 0, 2 * YEAR)),
                "between Algeri 2025 and Chang 2020"));
        lines.add(new ComesOut(
                "the same: relapse at 1, 2, 3 y",
                "14, 20, 23 %",
                Stream.of(1, 2, 3)
                        .map(y -> children.incidence(cir, 0, y * YEAR))
                        .toList(),
                "Chang 2020 at 3 y"));
        Drawn adults = new Drawn("haplo-conditioning-31", Map.of(), List.of(pfs, nrm));
        lines.add(new ComesOut(
                "adults, haploidentical, MRD-positive: PFS at 1, 2, 3 y",
                "78, 70, 66 %",
                Stream.of(1, 2, 3).map(y -> adults.survival(pfs, 0, y * YEAR)).toList(),
                "Chang 2020 at 3 y"));
        lines.add(new ComesOut(
                "the same: NRM at 1, 2 y",
                "8, 10 %",
                List.of(adults.incidence(nrm, 0, YEAR), adults.incidence(nrm, 0, 2 * YEAR)),
                "Chang 2020 at 3 y"));
    }

    private static void maintenance(List<ComesOut> lines) {
        TimeToEvent relapse = TimeToEvent.of("relapse", "transplant", "relapse").competingWith("death");
        Drawn without = new Drawn("post-hsct-maintenance", Map.of("hr-maintenance", "1"), List.of(relapse));
        lines.add(new ComesOut(
                "maintenance without effect: relapse by 2 y, of those enrolled at day 60 to 90",
                "25-35 %",
                List.of(without.incidence(relapse, 0, 2 * YEAR)),
                "a judgement above Chang 2020"));
        Drawn offered = new Drawn("post-hsct-maintenance", Map.of(), List.of(relapse));
        lines.add(new ComesOut(
                "maintenance offered: four courses or more",
                "75 %",
                List.of(offered.givenAtLeast(4, "maintenance-blinatumomab")),
                "a judgement; 12/21 of 28-day courses in Gaballa"));
    }

    private static void relapse(List<ComesOut> lines) {
        TimeToEvent molecular = TimeToEvent.of("OS-molecular", "molecular-relapse", "death");
        TimeToEvent haematologic = TimeToEvent.of("OS-haematologic", "haematologic-at-detection", "death");
        Drawn patients = new Drawn("relapse-dli", Map.of(), List.of(molecular, haematologic));
        lines.add(new ComesOut(
                "molecular relapse, blinatumomab and DLI: OS at 1, 2, 3 y",
                "82, 65, 55 %",
                Stream.of(1, 2, 3)
                        .map(y -> patients.survival(molecular, 0, y * YEAR))
                        .toList(),
                "a judgement; 78 % in Yan 2016"));
        lines.add(new ComesOut(
                "haematologic relapse, the same",
                "45, 30, 22 %",
                Stream.of(1, 2, 3)
                        .map(y -> patients.survival(haematologic, 0, y * YEAR))
                        .toList(),
                "between Stein 2019 (no DLI) and SFGM-TC (DLI)"));
        lines.add(new ComesOut(
                "haematologic relapse, usual care",
                "25, 18, 14 %",
                Stream.of(1, 2, 3)
                        .map(y -> patients.survival(haematologic, 1, y * YEAR))
                        .toList(),
                "15-25 % at 2 y, recalled"));
        lines.add(new ComesOut(
                "molecular relapse, usual care: OS at 2 y",
                "40-50 %",
                List.of(patients.survival(molecular, 1, 2 * YEAR)),
                "recalled"));
    }

    /** The children's scenario is beside copies of the fragments, since a scenario finds them in its own folder alone. */
    private static Scenario children() {
        try {
            Path folder = Files.createTempDirectory("comes-out");
            Path journeys = Files.createDirectory(folder.resolve("journeys"));
            List<Path> made = new ArrayList<>(List.of(folder, journeys));
            for (String name : List.of("common", "transplant", "relapse-after-transplant")) {
                Path copy = journeys.resolve(name + ".yaml");
                made.add(Files.copy(Path.of("scenarios", "journeys", name + ".yaml"), copy));
            }
            made.add(Files.writeString(folder.resolve("children.yaml"), CHILDREN));
            Scenario scenario = Scenarios.read(folder.resolve("children.yaml"), Map.of());
            for (int k = made.size() - 1; k >= 0; k--) {
                Files.delete(made.get(k));
            }
            return scenario;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Many patients of a scenario, whom nobody loses. */
    private static final class Drawn {
        private final Scenario scenario;
        private final TrueValues values;

        Drawn(String name, Map<String, String> sets, List<TimeToEvent> endpoints) {
            this(Scenarios.read(Path.of("scenarios", name + ".yaml"), sets), endpoints);
        }

        Drawn(Scenario scenario, List<TimeToEvent> endpoints) {
            this.scenario = scenario;
            this.values = TrueValues.of(
                    scenario.trial().orElseThrow().study().plan(),
                    endpoints,
                    PATIENTS,
                    Runtime.getRuntime().availableProcessors());
        }

        Estimate survival(TimeToEvent endpoint, int arm, double day) {
            return values.of(endpoint, new Estimand.Survival(arm, day)).orElseThrow();
        }

        Estimate incidence(TimeToEvent endpoint, int arm, double day) {
            return values.of(endpoint, new Estimand.Incidence(arm, day)).orElseThrow();
        }

        Estimate entersIn(String track, String state) {
            CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
            int of = journey.trackNames().indexOf(track);
            return share(
                    journey, 0, patient -> journey.stateName(patient.state(of)).equals(state));
        }

        Estimate givenAtLeast(int times, String course) {
            CompiledJourney journey = CompiledJourney.of(scenario.journey(), scenario.entry());
            int mark = journey.markNames().indexOf(course);
            return share(journey, scenario.horizonDays(), patient -> patient.count(mark) >= times);
        }

        private Estimate share(CompiledJourney journey, double horizon, Predicate<Patient> counts) {
            Patient patient = Patient.of(journey, scenario.seed());
            int ones = 0;
            for (int i = 0; i < PATIENTS; i++) {
                patient.live(0, i, horizon);
                ones += counts.test(patient) ? 1 : 0;
            }
            return Estimate.share(ones, PATIENTS);
        }
    }
}
