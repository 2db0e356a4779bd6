package marrow.look;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ExactLevel;
import marrow.trial.cohort.AnswerDays;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Calendar;

/**
 * Decides by what is believed of a share p after x of n answers were yes, with a beta law before: go where P(p &gt; p0) is high, no-go where
 * P(p &gt; target) is low, p0 the null of the analysis. The predictive form asks instead for the chance that with the answers of {@code finalPatients} it will
 * be shown. At the end of the trial P(p &gt; p0) &gt; end (Lee and Liu 2008), or else the exact test of the analysis, shows efficacy; if not, it is futility, or inconclusive where the posterior form
 * has a no-go that is not reached. Patients count from the day on which their
 * answer is due, since an answer of one kind may be known sooner than the other: at the end as at a look, and as in the analysis.
 *
 * @param finalPatients whose answers the end is predicted with; 0 for the posterior form
 */
public record ShareBeliefRule(
        String name,
        Analysis analysis,
        Schedule schedule,
        BetaLaw prior,
        GoNoGo limits,
        double target,
        int finalPatients)
        implements ScheduledRule {
    public ShareBeliefRule {
        ShareQuestion.of(analysis);
    }

    @Override
    public String method() {
        return finalPatients == 0 ? "posterior" : "predictive";
    }

    /** The chance that decides on a go. */
    double goChance(int yes, int n) {
        return finalPatients == 0 ? prior.after(yes, n).above(nullShare()) : endChance(yes, n);
    }

    /** The chance that decides on a no-go. */
    double noGoChance(int yes, int n) {
        return finalPatients == 0 ? prior.after(yes, n).above(target) : endChance(yes, n);
    }

    /** The chance that the end will show what is hoped for. */
    private double endChance(int yes, int n) {
        BetaLaw now = prior.after(yes, n);
        int coming = Math.max(0, finalPatients - n);
        if (!Double.isNaN(limits.end())) {
            return now.predictiveProbability(coming, nullShare(), limits.end());
        }
        double sum = 0;
        for (int more = coming; more >= 0 && shows(yes + more, n + coming); more--) {
            sum += now.predictive(more, coming);
        }
        return Math.min(1, sum);
    }

    private boolean shows(int yes, int n) {
        return Double.isNaN(limits.end())
                ? ExactLevel.keeps(
                        BinomialLaw.atLeast(yes, n, nullShare()),
                        analysis.hypothesis().alpha())
                : prior.after(yes, n).above(nullShare()) > limits.end();
    }

    private double nullShare() {
        return analysis.hypothesis().nullValue();
    }

    @Override
    public boolean seeksEfficacy() {
        return limits.seeksEfficacy();
    }

    @Override
    public List<Judged> judged(Minutes minutes, int look) {
        int n = (int) minutes.patients();
        int yes = (int) minutes.events();
        boolean last = look == looks() - 1;
        if (last && Double.isNaN(limits.end())) {
            return List.of(new Judged(
                    "p",
                    BinomialLaw.atLeast(yes, n, nullShare()),
                    analysis.hypothesis().alpha(),
                    Double.NaN));
        }
        if (finalPatients > 0) {
            return last
                    ? List.of(limits.shown(prior.after(yes, n).above(nullShare())))
                    : List.of(limits.predicted(endChance(yes, n)));
        }
        double aboveNull = prior.after(yes, n).above(nullShare());
        return List.of(
                last ? limits.shown(aboveNull) : limits.aboveNull(aboveNull), limits.aboveTarget(noGoChance(yes, n)));
    }

    @Override
    public Monitor monitor(Calendar calendar, Data data) {
        AnswerDays answers = ShareQuestion.of(analysis).in(calendar.cohort());
        int arm = ShareQuestion.of(analysis).arm();
        Limits limitsOf = new Limits(answers.patients());
        return new Scheduled(schedule.in(calendar)) {
            @Override
            Verdict judge(Minutes minutes, boolean last) {
                int known = 0;
                int yes = 0;
                for (int i = 0; i < answers.patients(); i++) {
                    if (answers.arm(i) == arm
                            && answers.dueOn(i) <= minutes.day()
                            && answers.answer(i) != Answers.UNKNOWN) {
                        known++;
                        yes += answers.answer(i);
                    }
                }
                minutes.counts(known, yes);
                minutes.saw(known == 0 ? Double.NaN : (double) yes / known);
                limitsOf.find(known);
                boolean low = yes <= limitsOf.noGoUpTo[known];
                return last
                        ? limits.atEnd(yes >= limitsOf.showsFrom[known], low, finalPatients > 0)
                        : limits.before(yes >= limitsOf.goFrom[known], low);
            }
        };
    }

    /** The counts of yes at which something is decided, by the number of answers, each found when it is first met. */
    private final class Limits {
        private final int[] goFrom;
        private final int[] noGoUpTo;
        private final int[] showsFrom;

        Limits(int most) {
            goFrom = new int[most + 1];
            noGoUpTo = new int[most + 1];
            showsFrom = new int[most + 1];
            Arrays.fill(goFrom, -1);
        }

        void find(int n) {
            if (goFrom[n] < 0) {
                goFrom[n] = first(n, yes -> goChance(yes, n) >= limits.go());
                noGoUpTo[n] = first(n, yes -> noGoChance(yes, n) > limits.noGo()) - 1;
                showsFrom[n] = first(n, yes -> shows(yes, n));
            }
        }

        /** The first count of 0 .. n with which it holds, n + 1 for none; it goes on holding. */
        private static int first(int n, IntPredicate holds) {
            int low = 0;
            int high = n + 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (holds.test(middle)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
