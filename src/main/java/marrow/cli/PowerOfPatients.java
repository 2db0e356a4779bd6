package marrow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import marrow.analysis.Analysis;
import marrow.design.size.Coming;
import marrow.design.size.Effect;
import marrow.design.size.PowerAt;
import marrow.design.size.ShareTest;
import marrow.design.size.Textbook;
import marrow.montecarlo.Estimate;
import marrow.report.size.PowerAnswer;
import marrow.report.size.SizeQuestion;
import marrow.scenario.trial.Truth;
import marrow.stats.law.Gaussian;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.Plan;

/**
 * `marrow size --n`: what a number of patients can find. Where a truth says which hazards to tilt, the effect takes values
 * from the null on, five points apart; else it has those of the truths of the scenario.
 */
final class PowerOfPatients {
    private static final double STEP = 0.05;
    private static final int MOST_ROWS = 8;
    private static final double[] POWERS = {0.8, 0.9};

    private final SizeSubject subject;
    private final Analysis analysis;
    private final double alpha;
    private final int patients;

    PowerOfPatients(SizeSubject subject, Analysis analysis, double alpha, int patients) {
        this.subject = subject;
        this.analysis = analysis;
        this.alpha = alpha;
        this.patients = patients;
    }

    PowerAnswer under(Truth truth) {
        Plan plan = subject.under(truth);
        SizeQuestion question = subject.question(truth, plan, subject.value(truth, plan), patients);
        List<PowerAnswer.Row> rows = new ArrayList<>();
        if (subject.canTilt()) {
            for (double value : values(question)) {
                Optional<PowerAt> trials = subject.withEffect(value, truth, plan)
                        .map(tilted -> subject.curve(tilted, subject.nameWithEffect(value, truth))
                                .at(patients));
                rows.add(row("", Estimate.exactly(value), trials, question));
            }
        } else {
            for (Truth one : subject.allTruths()) {
                Plan other = one.equals(truth) ? plan : subject.under(one);
                PowerAt trials = subject.curve(other, one.name()).at(patients);
                rows.add(row(one.name(), subject.value(one, other), Optional.of(trials), question));
            }
        }
        return new PowerAnswer(question, patients, exact(analysed(rows)), rows, detected(rows, question));
    }

    private Optional<PowerAnswer.Exact> exact(int analysed) {
        return ShareTest.of(analysis).map(test -> new PowerAnswer.Exact(test, test.with(analysed, alpha)));
    }

    /** Patients as the formulas count them. */
    private int analysed(List<PowerAnswer.Row> rows) {
        return rows.stream()
                .flatMap(row -> row.trials().stream())
                .mapToInt(this::analysed)
                .findFirst()
                .orElse(patients);
    }

    private int analysed(PowerAt at) {
        return Coming.of(at).analysedOf(patients);
    }

    /** From the null towards what is hoped for, with the value of the truth among them, in rising order. */
    private static List<Double> values(SizeQuestion question) {
        Effect effect = question.effect().orElseThrow();
        double step = effect.hoped() == Alternative.LESS ? -STEP : STEP;
        TreeSet<Double> values = new TreeSet<>();
        for (int i = 0; i < MOST_ROWS; i++) {
            double value = Math.rint((effect.nullValue() + i * step) * 1e9) / 1e9;
            if (value >= STEP / 2 && value <= 1 - STEP / 2) {
                values.add(value);
            }
        }
        if (!Double.isNaN(question.value().value())) {
            values.add(question.value().value());
        }
        return List.copyOf(values);
    }

    private PowerAnswer.Row row(String name, Estimate estimate, Optional<PowerAt> trials, SizeQuestion question) {
        double value = estimate.value();
        boolean known = ShareTest.of(analysis).isPresent() // enumerated, on either side of the null
                || question.effect()
                        .filter(effect -> effect.isHopedFor(value) || value == effect.nullValue())
                        .isPresent();
        double formula = known
                ? question.textbook()
                        .map(book -> book.power()
                                .of(
                                        trials.map(this::analysed).orElse(patients),
                                        value,
                                        trials.map(PowerAt::events).orElse(Double.NaN)))
                        .orElse(Double.NaN)
                : Double.NaN;
        return new PowerAnswer.Row(name, estimate, formula, trials);
    }

    private List<PowerAnswer.Detected> detected(List<PowerAnswer.Row> rows, SizeQuestion question) {
        return DoubleStream.of(POWERS)
                .mapToObj(power ->
                        new PowerAnswer.Detected(power, byFormula(power, rows, question), byTrials(power, rows)))
                .toList();
    }

    private OptionalDouble byFormula(double power, List<PowerAnswer.Row> rows, SizeQuestion question) {
        double events = rows.stream()
                .flatMap(row -> row.trials().stream())
                .mapToDouble(PowerAt::events)
                .findFirst()
                .orElse(Double.NaN);
        Optional<Textbook> formula = question.textbook();
        return formula.isPresent()
                ? formula.get().detects(question.effect().orElseThrow(), power, analysed(rows), events)
                : OptionalDouble.empty();
    }

    /** Between the two rows that it lies between, in a straight line of the normal quantile of the power. */
    private OptionalDouble byTrials(double power, List<PowerAnswer.Row> rows) {
        double wanted = Gaussian.upperQuantile(1 - power);
        for (int i = 1; i < rows.size() && subject.canTilt(); i++) {
            double a = quantile(rows.get(i - 1));
            double b = quantile(rows.get(i));
            if (Double.isFinite(a) && Double.isFinite(b) && (a - wanted) * (b - wanted) <= 0 && a != b) {
                double from = rows.get(i - 1).value().value();
                return OptionalDouble.of(from + (rows.get(i).value().value() - from) * (wanted - a) / (b - a));
            }
        }
        return OptionalDouble.empty();
    }

    private static double quantile(PowerAnswer.Row row) {
        double p = row.trials().map(at -> at.power().value()).orElse(Double.NaN);
        return p > 0 && p < 1 ? Gaussian.upperQuantile(1 - p) : Double.NaN;
    }
}
