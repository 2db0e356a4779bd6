package marrow.look;

import java.util.Arrays;
import java.util.List;
import marrow.analysis.ArmCurve;
import marrow.analysis.Data;
import marrow.analysis.LandmarkSurvival;
import marrow.stats.law.BetaLaw;
import marrow.stats.law.GammaLaw;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.trial.cohort.ArmRows;
import marrow.trial.cohort.Calendar;

/**
 * Decides by what is believed of survival to a landmark t when events come at a constant rate r: S = exp(-r t), and after d events in T days at risk r is
 * gamma with shape a + d and rate b + T. Go where P(S &gt; S0) is high, no-go where P(S &gt; target) is low, S0 the null of the analysis. The predictive form asks for the
 * chance that with {@code finalEvents} events it will be P(S &gt; S0) &gt; end: the days at risk until m more events are (b + T) X / (1 - X) with X beta(m, a + d). At the
 * end P(S &gt; S0) &gt; end is efficacy; else it is futility, or inconclusive where the posterior form has a no-go that is not reached. What is believed
 * is wrong where the rate is not constant: the operating characteristics say by how much.
 *
 * @param priorEvents a
 * @param priorDays   b
 * @param target      survival at the landmark
 * @param finalEvents with which the end is predicted; 0 for the posterior form
 */
public record HazardBeliefRule(
        String name,
        LandmarkSurvival analysis,
        Schedule schedule,
        double priorEvents,
        double priorDays,
        GoNoGo limits,
        double target,
        int finalEvents)
        implements ScheduledRule {
    public HazardBeliefRule {
        if (analysis.hypothesis().alternative() != Alternative.GREATER) {
            throw new IllegalArgumentException(
                    "this rule hopes for more survival, and " + analysis.name() + " has another alternative");
        }
        if (!(priorEvents > 0 && priorDays > 0)) {
            throw new IllegalArgumentException(
                    "what is believed before has events and days above 0, not " + priorEvents + " and " + priorDays);
        }
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("the target is a share between 0 and 1, not " + target);
        }
    }

    @Override
    public String method() {
        return finalEvents == 0 ? "posterior" : "predictive";
    }

    @Override
    public boolean seeksEfficacy() {
        return limits.seeksEfficacy();
    }

    @Override
    public List<Judged> judged(Minutes minutes, int look) {
        int events = (int) minutes.events();
        double days = priorDays + minutes.seen();
        double aboveNull = below(rate(analysis.hypothesis().nullValue()), events, days);
        if (look == looks() - 1) {
            return finalEvents > 0
                    ? List.of(limits.shown(aboveNull))
                    : List.of(limits.shown(aboveNull), limits.aboveTarget(below(rate(target), events, days)));
        }
        return finalEvents > 0
                ? List.of(limits.predicted(endChance(events, days)))
                : List.of(limits.aboveNull(aboveNull), limits.aboveTarget(below(rate(target), events, days)));
    }

    /** P(r &lt; rate) after so many events in these days at risk, with those of the prior. */
    private double below(double rate, int events, double days) {
        return GammaLaw.of(priorEvents + events).below(rate * days);
    }

    /** The chance that it will be shown with the final number of events. */
    private double endChance(int events, double days) {
        double wanted = GammaLaw.of(priorEvents + Math.max(events, finalEvents)).quantile(limits.end())
                / rate(analysis.hypothesis().nullValue());
        if (days >= wanted || events >= finalEvents) {
            return days >= wanted ? 1 : 0;
        }
        return BetaLaw.of(finalEvents - events, priorEvents + events).above(1 - days / wanted);
    }

    /** Of events, with this survival to the landmark. */
    private double rate(double survival) {
        return -StrictMath.log(survival) / analysis.day();
    }

    @Override
    public Monitor monitor(Calendar calendar, Data data) {
        ArmCurve ofArm = data.arm(analysis.endpoint(), analysis.arm());
        Limits limitsOf = new Limits(calendar.cohort().size());
        return new Scheduled(schedule.in(calendar)) {
            @Override
            Verdict judge(Minutes minutes, boolean last) {
                ArmRows rows = ofArm.rows();
                double days = priorDays;
                for (int row = 0; row < rows.size(); row++) {
                    days += rows.time()[row] - (rows.entry() == null ? 0 : Math.max(0, rows.entry()[row]));
                }
                int events = rows.events();
                minutes.counts(rows.size(), events);
                minutes.saw(days - priorDays);
                limitsOf.find(events);
                boolean low = days <= limitsOf.noGoUpTo[events];
                return last
                        ? limits.atEnd(days > limitsOf.showsFrom[events], low, finalEvents > 0)
                        : limits.before(days >= limitsOf.goFrom[events], low);
            }
        };
    }

    /** The days at risk, with those of the prior, at which something is decided, by the number of events: each found when it is first met. */
    private final class Limits {
        private final double nullRate = rate(analysis.hypothesis().nullValue());
        private final double[] goFrom;
        private final double[] noGoUpTo;
        private final double[] showsFrom;

        Limits(int most) {
            goFrom = new double[most + 1];
            noGoUpTo = new double[most + 1];
            showsFrom = new double[most + 1];
            Arrays.fill(goFrom, Double.NaN);
        }

        void find(int events) {
            if (!Double.isNaN(goFrom[events])) {
                return;
            }
            showsFrom[events] = needed(events, nullRate, limits.end());
            if (finalEvents > 0) {
                goFrom[events] = predicted(events, limits.go(), Double.POSITIVE_INFINITY);
                noGoUpTo[events] = predicted(events, limits.noGo(), Double.NEGATIVE_INFINITY);
            } else {
                goFrom[events] = limits.go() < 1 ? needed(events, nullRate, limits.go()) : Double.POSITIVE_INFINITY;
                noGoUpTo[events] =
                        limits.noGo() > 0 ? needed(events, rate(target), limits.noGo()) : Double.NEGATIVE_INFINITY;
            }
        }

        /** The days with which P(r &lt; rate) is the chance. */
        private double needed(int events, double rate, double chance) {
            return GammaLaw.of(priorEvents + events).quantile(chance) / rate;
        }

        /** The days with which the days at risk at the end suffice with the chance. */
        private double predicted(int events, double chance, double never) {
            if (!(chance > 0 && chance < 1)) {
                return never;
            }
            double end = needed(Math.max(events, finalEvents), nullRate, limits.end());
            return events >= finalEvents
                    ? end
                    : end
                            * (1
                                    - BetaLaw.of(finalEvents - events, priorEvents + events)
                                            .upperQuantile(chance));
        }
    }
}
