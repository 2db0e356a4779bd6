package marrow.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.cli.folder.SizeFolder;
import marrow.cli.terminal.RunProgress;
import marrow.design.size.AccrualForecast;
import marrow.design.size.Effect;
import marrow.design.size.PowerCurve;
import marrow.design.size.Textbook;
import marrow.design.truth.Tilting;
import marrow.design.truth.TrueValues;
import marrow.montecarlo.Estimate;
import marrow.report.size.SizeQuestion;
import marrow.run.Conduct;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
import marrow.trial.Plan;

/** One analysis of a scenario that is to be sized, and the trials that show its power under any of its truths. */
final class SizeSubject {
    private final Scenario scenario;
    private final Trial trial;
    private final Analysis analysis;
    private final double alpha;
    private final long seed;
    private final long replicates;
    private final int threads;
    private final Conduct conduct;
    private final RunProgress progress;
    private final SizeFolder folder;

    SizeSubject(
            Scenario scenario,
            Analysis analysis,
            double alpha,
            long seed,
            long replicates,
            int threads,
            Conduct conduct,
            RunProgress progress,
            SizeFolder folder) {
        this.scenario = scenario;
        this.trial = scenario.trial().orElseThrow();
        this.analysis = analysis;
        this.alpha = alpha;
        this.seed = seed;
        this.replicates = replicates;
        this.threads = threads;
        this.conduct = conduct;
        this.progress = progress;
        this.folder = folder;
    }

    /**
     * The truth that a design is made for where none is named: an alternative that is written as a value of what the analysis is
     * to find; else the first alternative, else the first truth.
     */
    static Truth usualTruth(Trial trial, Analysis analysis) {
        Optional<Effect> effect = Effect.of(analysis, trial.study());
        return trial.truths().stream()
                .min(Comparator.comparingInt(truth ->
                        truth.role().isNull() ? 2 : tiltOf(truth, effect).isPresent() ? 0 : 1))
                .orElseThrow();
    }

    List<Truth> allTruths() {
        return trial.truths();
    }

    Optional<Effect> effect() {
        return Effect.of(analysis, trial.study());
    }

    /** The question of a power under a truth, with a forecast for so many patients. */
    SizeQuestion question(Truth truth, Plan plan, Estimate value, int patients) {
        AccrualForecast accrual = AccrualForecast.of(plan.ofSize(patients));
        Optional<Effect> effect = effect();
        Optional<Truth.Tilt> aimed = tiltOf(truth);
        return new SizeQuestion(
                scenario,
                seed,
                analysis,
                alpha,
                truth,
                effect,
                value,
                aimed.isPresent(),
                effect.flatMap(of ->
                        Textbook.of(analysis, of, plan, alpha, accrual.days().value())),
                replicates,
                accrual);
    }

    /** The plan under a truth, with the scenario's number of patients. */
    Plan under(Truth truth) {
        return conduct.study(truth).plan();
    }

    /** A plan with hazards tilted until the effect has a value; empty where no truth says which, or no factor does it. */
    Optional<Plan> withEffect(double value, Truth truth, Plan plan) {
        Optional<Truth.Tilt> tilt = Stream.concat(Stream.of(truth), trial.truths().stream())
                .flatMap(one -> tiltOf(one).stream())
                .findFirst();
        if (tilt.isEmpty()) {
            return Optional.empty();
        }
        progress.says("tilting " + String.join(", ", tilt.get().clocks()));
        try {
            return Optional.of(Tilting.of(
                            plan,
                            tilt.get().clocks(),
                            tilt.get().endpoint(),
                            tilt.get().estimand(),
                            value,
                            Tilting.patientsFor(replicates),
                            threads)
                    .plan());
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    /** Under which name trials with such a plan are kept: more of them are other ones where the tilt is then found more exactly. */
    String nameWithEffect(double value, Truth truth) {
        return truth.name() + "+" + value + "+" + Tilting.patientsFor(replicates);
    }

    /** Whether some truth says which hazards make the effect. */
    boolean canTilt() {
        return trial.truths().stream().anyMatch(truth -> tiltOf(truth, effect()).isPresent());
    }

    /** @param name under which its trials are kept: the truth, and what was made of it */
    PowerCurve curve(Plan plan, String name) {
        return PowerCurve.of(plan, analysis, alpha, replicates, threads, progress.of(analysis.name()))
                .keeping(folder.under(name));
    }

    /** The value of the effect under a truth, whose plan this is. */
    Estimate value(Truth truth, Plan plan) {
        Optional<Truth.Tilt> tilt = tiltOf(truth);
        if (tilt.isPresent()) {
            return Estimate.exactly(tilt.get().target());
        }
        progress.says(truth.name() + ": true values");
        return effect().flatMap(of -> TrueValues.of(plan, analysis.needs(), trial.cohort(), threads)
                        .of(of.endpoint(), of.estimand()))
                .orElse(Estimate.exactly(Double.NaN));
    }

    /** The last tilt of a truth, if it is of what the analysis is to find: what comes after would move it again. */
    private Optional<Truth.Tilt> tiltOf(Truth truth) {
        return tiltOf(truth, effect()).map(tilt -> last(conduct.asRead(truth)));
    }

    private static Truth.Tilt last(Truth truth) {
        return truth.tilts().get(truth.tilts().size() - 1);
    }

    private static Optional<Truth.Tilt> tiltOf(Truth truth, Optional<Effect> effect) {
        return truth.tilts().isEmpty() || effect.isEmpty()
                ? Optional.empty()
                : Optional.of(last(truth))
                        .filter(tilt -> tilt.endpoint().equals(effect.get().endpoint())
                                && tilt.estimand().equals(effect.get().estimand()));
    }
}
