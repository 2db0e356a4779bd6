package marrow.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.check.Tally;
import marrow.design.Study;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.look.Rule;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Failure;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.run.RunResult;
import marrow.run.TruthOutcome;
import marrow.trial.Arm;
import marrow.trial.Plan;

/** The results of a run as text of at most 80 columns: what was asked, and what each truth came to. */
public final class RunTable {
    private RunTable() {}

    public static String of(RunResult run) {
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of(run.scenario().name() + ": " + run.scenario().title(), ""));
        run.outcomes().stream().findFirst().ifPresent(first -> text.append(asked(first, run)));
        for (TruthOutcome outcome : run.outcomes()) {
            text.append('\n').append(truth(outcome, run.wanted()));
        }
        text.append('\n')
                .append(Paragraph.of(
                        "In brackets: standard errors from the finite number of trials. For designing studies, not for"
                                + " treating patients.",
                        ""));
        return text.toString();
    }

    private static String asked(TruthOutcome outcome, RunResult run) {
        Plan plan = outcome.study().plan();
        List<String> arms = plan.arms().stream().map(Arm::name).toList();
        StringBuilder text = new StringBuilder();
        String who = Tally.of(plan.patients(), "patient")
                + (arms.size() == 1 ? ", one arm" : ", arms " + String.join(", ", arms));
        text.append(Paragraph.of(who + "; seed " + run.seed(), ""));
        return text.append(questions(outcome.study())).toString();
    }

    /** Name, method and question of each analysis, then of each look; a long question goes on below. */
    private static Table questions(Study study) {
        List<Analysis> analyses = study.analyses();
        List<Rule> rules = study.rules();
        int left = Paragraph.WIDTH
                - widest(Stream.concat(
                        analyses.stream().map(Analysis::name), rules.stream().map(Rule::name)))
                - widest(Stream.concat(
                        analyses.stream().map(Analysis::method), rules.stream().map(Rule::method)))
                - 3 * 2; // blanks before each column
        Table table = new Table("  ", "lll");
        for (Analysis analysis : analyses) {
            List<String> lines = Paragraph.lines(AnalysisText.question(analysis), "", "", left);
            table.row(analysis.name(), analysis.method(), lines.get(0));
            lines.stream().skip(1).forEach(line -> table.row("", "", line));
        }
        LookTable.questions(rules, table, left);
        return table;
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(Paragraph::columns).max().orElse(0);
    }

    private static String truth(TruthOutcome outcome, long wanted) {
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of(title(outcome, wanted), ""));
        text.append(failures(outcome.results()));
        text.append(analyses(outcome));
        text.append(LookTable.of(outcome.results(), outcome.study().rules()));
        text.append(endpoints(outcome.results().endpoints()));
        text.append(Paragraph.of(trial(outcome.results()), "  "));
        return text.toString();
    }

    private static String failures(Results results) {
        if (results.failed() == 0) {
            return "";
        }
        Failure first = results.firstFailures().get(0);
        return Paragraph.of(
                Readout.count(results.failed()) + " of " + Readout.count(results.replicates())
                        + " trials failed and count as not rejecting; the first is replicate " + first.replicate()
                        + ": "
                        + first.why(),
                "  ");
    }

    private static String title(TruthOutcome outcome, long wanted) {
        List<String> parts = TruthText.given(outcome.truth());
        for (TruthOutcome.Found found : outcome.tilts()) {
            parts.add(found.tilt().written() + " is "
                    + Readout.percent(found.tilt().target()) + ": hazard of "
                    + String.join(", ", found.tilt().clocks()) + " times " + Readout.number(found.factor()));
        }
        String what = parts.isEmpty() ? "" : "; " + String.join("; ", parts);
        return "Truth " + outcome.truth().name() + " (" + outcome.truth().role().said() + ")" + what + ". "
                + trials(outcome, wanted) + ".";
    }

    private static String trials(TruthOutcome outcome, long wanted) {
        long done = outcome.results().replicates();
        if (done == wanted) {
            return Readout.counted(done, "trial");
        }
        return outcome.precise()
                ? Readout.count(done) + " of at most " + Readout.counted(wanted, "trial") + ": precise enough"
                : Readout.count(done) + " of " + Readout.counted(wanted, "trial") + ", then interrupted";
    }

    private static String analyses(TruthOutcome outcome) {
        Table table = new Table("  ", "lrrrrr");
        table.row("analysis", "n", RejectionText.of(outcome.results()).column(), "estimate", "bias", "cover, %");
        outcome.results().analyses().forEach((name, metrics) -> {
            Optional<Estimate> rejected = Metric.find(metrics, "power").or(() -> Metric.find(metrics, "type_1_error"));
            table.row(
                    name,
                    Metric.find(metrics, "patients")
                            .map(e -> Readout.fixed(e.value(), 1))
                            .orElse(Readout.NONE),
                    rejected.map(RunTable::percent).orElse(Readout.NONE),
                    number(metrics, "estimate"),
                    number(metrics, "bias"),
                    Metric.find(metrics, "coverage").map(RunTable::percent).orElse(Readout.NONE));
        });
        return outcome.results().analyses().isEmpty() ? "" : table + withoutEstimate(outcome.results());
    }

    /** Whose estimate, bias and coverage are not of all trials. */
    private static String withoutEstimate(Results results) {
        List<String> analyses = new ArrayList<>();
        results.analyses().forEach((name, metrics) -> Metric.find(metrics, "without_estimate")
                .filter(share -> share.value() > 0)
                .ifPresent(share -> analyses.add(name + " in " + share(share))));
        return analyses.isEmpty()
                ? ""
                : Paragraph.of(
                        "Estimate, bias and cover leave out trials without an estimate: " + String.join(", ", analyses)
                                + ".",
                        "  ");
    }

    private static String number(List<Metric> metrics, String name) {
        return Metric.find(metrics, name)
                .map(e -> Readout.withError(e.value(), e.mcse()))
                .orElse(Readout.NONE);
    }

    private static String percent(Estimate e) {
        return Readout.withError(100 * e.value(), 100 * e.mcse());
    }

    private static String share(Estimate e) {
        return Readout.percentWithError(e.value(), e.mcse());
    }

    /** One line an endpoint and metric that is estimated, with its true value beside it if it has one. */
    private static String endpoints(Map<String, List<Metric>> endpoints) {
        Table table = new Table("  ", "llrr");
        table.row("endpoint", "", "in the trials", "true");
        endpoints.forEach((name, metrics) -> {
            for (String metric : estimated(metrics)) {
                table.row(
                        name,
                        metric.replace('_', ' '),
                        value(metrics, metric, metric),
                        value(metrics, metric, "true_" + metric));
            }
        });
        return endpoints.isEmpty() ? "" : table + leftOut(endpoints);
    }

    /** Names of what is estimated, but of an arm that has no patients, whose number stands before it, and no true value. */
    private static List<String> estimated(List<Metric> metrics) {
        List<String> names = new ArrayList<>();
        boolean hasPatients = false;
        for (Metric metric : metrics) {
            String name = metric.name();
            if (name.startsWith("patients")) {
                hasPatients = metric.estimate().value() > 0;
            } else if (Metric.find(metrics, Metric.WITHOUT + name).isPresent()
                    && (hasPatients || Metric.find(metrics, "true_" + name).isPresent())) {
                names.add(name);
            }
        }
        return names;
    }

    /** Of a mean as a number, of all else as a share; nothing where there is no value. */
    private static String value(List<Metric> metrics, String what, String name) {
        return Metric.find(metrics, name)
                .filter(found -> !Double.isNaN(found.value()))
                .map(found -> what.startsWith("mean") ? Readout.withError(found.value(), found.mcse()) : share(found))
                .orElse(Readout.NONE);
    }

    /** Whose mean in the trials is not of all trials. */
    private static String leftOut(Map<String, List<Metric>> endpoints) {
        List<String> lines = new ArrayList<>();
        endpoints.forEach(
                (name, metrics) -> estimated(metrics).forEach(metric -> Metric.find(metrics, Metric.WITHOUT + metric)
                        .filter(share -> share.value() > 0)
                        .ifPresent(share -> lines.add(name + " " + metric.replace('_', ' ') + " in " + share(share)))));
        return lines.isEmpty()
                ? ""
                : Paragraph.of(
                        "Means in the trials leave out those without an estimate: " + String.join(", ", lines) + ".",
                        "  ");
    }

    private static String trial(Results results) {
        Map<String, Estimate> found = new TreeMap<>();
        results.trial().forEach(metric -> found.put(metric.name(), metric.estimate()));
        return "The trial takes " + Readout.fixed(found.get("duration_days").value() / 365.25, 1) + " years, accrual "
                + Readout.fixed(found.get("accrual_days").value() / 365.25, 1) + " of them; "
                + Readout.fixed(found.get("screened").value(), 1) + " patients are screened, "
                + Readout.fixed(found.get("lost").value(), 1) + " lost to follow-up." + withoutEvents(results)
                + phaseOne(results);
    }

    private static String withoutEvents(Results results) {
        return Metric.find(results.trial(), "without_events")
                .filter(share -> share.value() > 0)
                .map(share -> " In " + share(share) + " of the trials the events for which its end waits do not come.")
                .orElse("");
    }

    private static String phaseOne(Results results) {
        Optional<Estimate> days = Metric.find(results.trial(), "run_in_days");
        if (days.isEmpty()) {
            return "";
        }
        String prefix = "recommends_";
        String recommends = results.trial().stream()
                .filter(metric -> metric.name().startsWith(prefix))
                .map(metric -> metric.name().substring(prefix.length()) + " in "
                        + Readout.percent(metric.estimate().value()))
                .collect(Collectors.joining(", "));
        return " Phase I takes " + Readout.fixed(days.get().value() / 365.25, 1) + " of the years and "
                + Readout.fixed(
                        Metric.find(results.trial(), "run_in_patients")
                                .orElseThrow()
                                .value(),
                        1)
                + " patients, and recommends " + recommends + ".";
    }
}
