package marrow.stats.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import marrow.stats.size.ApproximateProportionSize;
import marrow.stats.size.OneSampleLogRankSize;

/** Patients by the formulas that are in use for one arm and one stage, under the names that protocols give them. */
final class OneStageMethods {
    private OneStageMethods() {}

    /** Patients for a question, not rounded. */
    @FunctionalInterface
    interface Formula {
        double patients(Question question);
    }

    static Map<String, Formula> all() {
        Map<String, Formula> all = new LinkedHashMap<>();
        all.put("z-test (variance of p0)", approximate(ApproximateProportionSize.NULL_VARIANCE));
        all.put("z-test (variance seen)", approximate(ApproximateProportionSize.SEEN_VARIANCE));
        all.put("arcsine", approximate(ApproximateProportionSize.ARCSINE));
        all.put("Kaplan-Meier, log-log", approximate(ApproximateProportionSize.COMPLEMENTARY_LOG_LOG));
        int[][] years = {{1, 1}, {2, 1}, {3, 1}, {2, 2}};
        for (int[] one : years) {
            all.put("one-sample log-rank, " + one[0] + " + " + one[1] + " y", oneSample(one[0], one[1]));
        }
        return all;
    }

    private static Formula approximate(ApproximateProportionSize size) {
        return question -> size.patients(question.p0(), question.p1(), question.alpha(), question.power());
    }

    /** Exponential curves that pass p0 and p1 at one year; accrual and follow-up of the last patient in years, no loss. */
    private static Formula oneSample(double accrual, double followUp) {
        return question -> {
            double rate = -StrictMath.log(question.p0());
            double ratio = StrictMath.log(question.p1()) / StrictMath.log(question.p0());
            return OneSampleLogRankSize.of(t -> rate * t, ratio, accrual, followUp, 0)
                    .patients(question.alpha(), question.power());
        };
    }
}
