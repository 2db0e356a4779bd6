package marrow.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.compare.Change.Verdict;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Rounding;
import marrow.stats.law.Holm;

/**
 * Every number of two runs, tested. The same trials are compared in pairs, batch by batch, where both runs have enough of them; the
 * rest by the values and their errors, but for quantiles and for numbers without an error. All that are tested are one family of questions, whose p-values are
 * adjusted by Holm.
 */
final class Changes {
    private static final Estimate NONE = Estimate.of(Double.NaN, Double.NaN);

    private final KeptRun before;
    private final KeptRun after;
    private final Question question;
    private final boolean sameSeed;
    private final Map<String, PairedNumbers> paired = new HashMap<>();

    private Changes(KeptRun before, KeptRun after, Question question, boolean sameSeed) {
        this.before = before;
        this.after = after;
        this.question = question;
        this.sameSeed = sameSeed;
    }

    /** In the order of the first run, then what the second has alone. */
    static List<Change> of(KeptRun before, KeptRun after, Question question, boolean sameSeed) {
        return new Changes(before, after, question, sameSeed).tested();
    }

    private List<Change> tested() {
        Set<Place> places = new LinkedHashSet<>(before.numbers().keySet());
        places.addAll(after.numbers().keySet());
        List<Change> raw = places.stream().map(this::raw).toList();
        double[] adjusted = Holm.adjusted(
                raw.stream().filter(Changes::isTested).mapToDouble(Change::p).toArray());
        List<Change> changes = new ArrayList<>();
        int next = 0;
        for (Change change : raw) {
            changes.add(isTested(change) ? judged(change, adjusted[next++]) : change);
        }
        return changes;
    }

    private static boolean isTested(Change change) {
        return change.verdict() == Verdict.SAME;
    }

    private Change raw(Place place) {
        Estimate then = before.numbers().getOrDefault(place, NONE);
        Estimate now = after.numbers().getOrDefault(place, NONE);
        boolean told = Double.isNaN(then.value()) == Double.isNaN(now.value());
        if (!told || !before.numbers().containsKey(place) || !after.numbers().containsKey(place)) {
            return new Change(place, then, now, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, Verdict.ONE_ALONE);
        }
        Difference difference = difference(place, then, now);
        boolean same = Rounding.same(then.value(), now.value());
        double p = same ? 1 : difference.p(question.tolerance(place));
        boolean tested = !Double.isNaN(p);
        return new Change(
                place,
                then,
                now,
                difference.size(),
                difference.error(),
                difference.pairs(),
                p,
                tested ? 1 : p,
                tested ? Verdict.SAME : Verdict.NOT_TESTED);
    }

    private Difference difference(Place place, Estimate then, Estimate now) {
        Difference apart = place.isQuantile() ? Difference.untested(then, now) : Difference.of(then, now);
        return sameSeed
                ? paired.computeIfAbsent(place.truth(), this::paired).of(place).orElse(apart)
                : apart;
    }

    private PairedNumbers paired(String truth) {
        return PairedNumbers.of(truth, before, after);
    }

    private Change judged(Change change, double adjusted) {
        boolean same = Rounding.same(change.before().value(), change.after().value())
                || Math.abs(change.after().value() - change.before().value()) <= question.tolerance(change.place());
        Verdict verdict = adjusted <= question.alpha() ? Verdict.CHANGED : same ? Verdict.SAME : Verdict.WITHIN_CHANCE;
        return new Change(
                change.place(),
                change.before(),
                change.after(),
                change.difference(),
                change.error(),
                change.pairs(),
                change.p(),
                adjusted,
                verdict);
    }
}
