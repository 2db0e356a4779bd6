package marrow.look;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.analysis.Finding;
import marrow.analysis.Inquiry;
import marrow.stats.law.ExactLevel;
import marrow.stats.law.Gaussian;
import marrow.stats.sequential.SequentialOutcome;
import marrow.stats.sequential.SpendingPlan;
import marrow.trial.cohort.Calendar;

/**
 * The test of an analysis, made at several looks with the error of one: its p-value is held against the tail of the critical value that the
 * spending plan has for the information seen. At the end of the trial it spends what is left, and decides. A two-sided test
 * has no futility, and shows efficacy by a difference on either side. Any analysis with a test will do whose statistic gathers
 * information in independent increments: log-rank tests of one sample or two, Cox, landmarks of full follow-up. A look at which the test
 * cannot be made, since nobody was followed so far or nothing has a variance, decides nothing: that p is 1 then speaks for no side.
 */
public record GroupSequentialRule(
        String name, Analysis analysis, Schedule schedule, Information information, SpendingPlan plan)
        implements ScheduledRule {
    @Override
    public String method() {
        return "group sequential";
    }

    @Override
    public boolean seeksEfficacy() {
        return plan.spendsBeforeTheEnd();
    }

    /** The p-value, and the z of a normal law that it is the tail of. */
    @Override
    public List<Judged> judged(Minutes minutes, int look) {
        if (Double.isNaN(minutes.seen())) {
            return List.of();
        }
        return List.of(
                new Judged(
                        plan.twoSided() ? "|z|" : "z",
                        z(minutes),
                        finite(minutes.efficacyZ()),
                        futility(minutes, look)),
                new Judged("p", minutes.seen(), minutes.efficacyP(), Double.NaN));
    }

    /** What was seen, on the scale of a normal statistic; of a two-sided test without its sign. */
    public double z(Minutes minutes) {
        return Gaussian.upperQuantile(plan.twoSided() ? minutes.seen() / 2 : minutes.seen());
    }

    /**
     * What may be said of the hypothesis after the last of these looks, at which the test ended. Looks without an answer, or that saw nothing new, are none of it.
     * Empty where that was the last, or where its statistic is infinite.
     */
    public Optional<SequentialOutcome> outcome(List<Minutes> taken) {
        List<Minutes> tested =
                taken.stream().filter(one -> !Double.isNaN(one.efficacyZ())).toList();
        int last = tested.size() - 1;
        if (last < 0 || tested.get(last) != taken.get(taken.size() - 1) || Double.isInfinite(z(tested.get(last)))) {
            return Optional.empty();
        }
        double[] fractions = tested.stream().mapToDouble(Minutes::fraction).toArray();
        if (!(fractions[last] > 0) || (last > 0 && !(fractions[last] > fractions[last - 1]))) {
            return Optional.empty();
        }
        return Optional.of(SequentialOutcome.observed(
                plan,
                fractions,
                tested.stream().mapToDouble(Minutes::efficacyZ).toArray(),
                tested.stream().mapToDouble(Minutes::futilityZ).toArray(),
                z(tested.get(last))));
    }

    /** At the last look there is none apart from the critical value, nor has a two-sided test any. */
    private double futility(Minutes minutes, int look) {
        return look == looks() - 1 ? Double.NaN : finite(minutes.futilityZ());
    }

    private static double finite(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }

    @Override
    public Monitor monitor(Calendar calendar, Data data) {
        Inquiry inquiry = data.inquiry(analysis);
        BoundaryTree tree = new BoundaryTree(plan);
        return new Scheduled(schedule.in(calendar)) {
            @Override
            public void begin() {
                super.begin();
                tree.begin();
            }

            @Override
            Verdict judge(Minutes minutes, boolean last) {
                Finding finding = inquiry.finding();
                double part = information.part(finding);
                minutes.counts(finding.patients(), finding.events());
                minutes.information(part);
                if (!last && !finding.tested()) {
                    return Verdict.GO_ON;
                }
                minutes.saw(finding.p());
                if (Double.isNaN(finding.p()) || (!last && !tree.growsTo(part))) {
                    return last ? Verdict.FUTILITY : Verdict.GO_ON;
                }
                int look = last ? looks() : next(); // the days have gone on to the look after this one
                BoundaryTree.Node bounds = tree.next(look, part > 0 ? part : 1, last);
                minutes.bounds(
                        bounds.efficacyZ(), bounds.efficacyP(), plan.twoSided() ? Double.NaN : bounds.futilityZ());
                if (ExactLevel.keeps(finding.p(), bounds.efficacyP())) {
                    return Verdict.EFFICACY;
                }
                return last || finding.p() >= bounds.futilityP() ? Verdict.FUTILITY : Verdict.GO_ON;
            }
        };
    }
}
