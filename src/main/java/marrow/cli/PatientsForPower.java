package marrow.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import marrow.analysis.Analysis;
import marrow.design.size.Coming;
import marrow.design.size.Effect;
import marrow.design.size.PowerAt;
import marrow.design.size.PowerCurve;
import marrow.design.size.ShareTest;
import marrow.design.size.SizeSearch;
import marrow.montecarlo.Estimate;
import marrow.report.size.EffectText;
import marrow.report.size.SizeAnswer;
import marrow.report.size.SizeQuestion;
import marrow.run.RefusedTruthException;
import marrow.scenario.trial.Truth;
import marrow.stats.exact.ExactSingleStage;
import marrow.trial.Plan;

/** `marrow size --power`: how many patients a power takes, by enumeration where the analysis has an exact test. */
final class PatientsForPower {
    private static final int TEETH_BESIDE = 3;
    private static final int TEETH_BETWEEN = 8;

    private final SizeSubject subject;
    private final Analysis analysis;
    private final double alpha;
    private final double power;

    PatientsForPower(SizeSubject subject, Analysis analysis, double alpha, double power) {
        this.subject = subject;
        this.analysis = analysis;
        this.alpha = alpha;
        this.power = power;
    }

    SizeAnswer under(Truth truth) {
        Plan plan = subject.under(truth);
        Estimate value = subject.value(truth, plan);
        Optional<Effect> effect = subject.effect();
        if (effect.isPresent() && !Double.isNaN(value.value()) && !effect.get().isHopedFor(value.value())) {
            throw new RefusedTruthException(
                    "no number of patients gives analysis " + analysis.name() + " power under truth "
                            + truth.name() + ", where the " + EffectText.name(effect.get()) + " is "
                            + EffectText.value(effect.get(), value.value()) + ": not on the side of the null, "
                            + EffectText.value(effect.get(), effect.get().nullValue()) + ", that is hoped for");
        }
        Optional<ShareTest> test = ShareTest.of(analysis).filter(exact -> !Double.isNaN(value.value()));
        try {
            return test.isPresent() ? exact(test.get(), value, truth, plan) : simulated(value, truth, plan);
        } catch (IllegalArgumentException impossible) {
            throw new RefusedTruthException(
                    "analysis " + analysis.name() + ", truth " + truth.name() + ": " + impossible.getMessage());
        }
    }

    private SizeAnswer exact(ShareTest test, Estimate value, Truth truth, Plan plan) {
        ExactSingleStage first = test.first(value.value(), alpha, power);
        ExactSingleStage forGood = test.forGood(value.value(), alpha, power);
        int between = forGood.n() - first.n();
        List<ExactSingleStage> teeth = IntStream.rangeClosed(first.n() - TEETH_BESIDE, forGood.n() + TEETH_BESIDE)
                .filter(n -> n >= 1)
                .filter(n -> between <= TEETH_BETWEEN
                        || Math.abs(n - first.n()) <= TEETH_BESIDE
                        || Math.abs(n - forGood.n()) <= TEETH_BESIDE)
                .mapToObj(n -> test.with(n, value.value(), alpha))
                .toList();
        PowerCurve curve = subject.curve(plan, truth.name());
        Coming coming = Coming.of(curve.at(plan.patients()));
        List<PowerAt> trials = teeth.stream()
                .map(tooth -> curve.at(coming.enrolledFor(tooth.n())))
                .toList();
        return new SizeAnswer(
                subject.question(truth, plan, value, coming.enrolledFor(first.n())),
                power,
                Optional.of(new SizeAnswer.Exact(test, first, forGood, teeth, coming, trials)),
                Optional.empty(),
                OptionalInt.empty());
    }

    private SizeAnswer simulated(Estimate value, Truth truth, Plan plan) {
        PowerCurve curve = subject.curve(plan, truth.name());
        SizeSearch search = SizeSearch.of(curve::at, power, plan.patients());
        SizeQuestion question = subject.question(truth, plan, value, search.first());
        PowerAt found = curve.at(search.first());
        double events = found.events() / found.patients();
        OptionalInt textbook = Double.isNaN(value.value())
                ? OptionalInt.empty()
                : question.textbook()
                        .map(formula -> formula.patients(power, value.value(), events))
                        .orElse(OptionalInt.empty());
        if (textbook.isPresent() && question.effect().orElseThrow().isShare()) {
            textbook = OptionalInt.of(Coming.of(found).enrolledFor(textbook.getAsInt()));
        }
        return new SizeAnswer(question, power, Optional.empty(), Optional.of(search), textbook);
    }
}
