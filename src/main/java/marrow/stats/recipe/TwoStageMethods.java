package marrow.stats.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.stats.exact.SimonDesign;
import marrow.stats.exact.SimonSearch;
import marrow.stats.law.BinomialLaw;
import marrow.stats.law.ExactLevel;

/** Simon's designs for a question, under their names, as far as they may be of interest to somebody with so many patients. */
final class TwoStageMethods {
    private TwoStageMethods() {}

    /** The minimax and the optimal design and those between them; none if even the minimax design takes more patients. */
    static Map<SimonDesign, String> upTo(int patients, Question question) {
        Map<SimonDesign, String> named = new LinkedHashMap<>();
        if (!mayDo(patients, question)) {
            return named;
        }
        SimonSearch search = SimonSearch.of(question.p0(), question.p1(), question.alpha(), question.power());
        if (search.minimax().n() > patients) {
            return named;
        }
        List<SimonDesign> admissible = search.admissible();
        admissible.forEach(design -> named.put(design, "Simon admissible"));
        named.put(admissible.get(0), "Simon minimax");
        named.put(
                admissible.get(admissible.size() - 1),
                admissible.size() == 1 ? "Simon minimax and optimal" : "Simon optimal");
        return named;
    }

    /**
     * Whether so many patients can be enough at all. No test of them has more power than the most powerful one, which
     * tosses a coin at its limit so as to use up alpha (Neyman and Pearson); two stages are such a test too.
     */
    private static boolean mayDo(int n, Question question) {
        int limit = BinomialLaw.criticalValue(n, question.p0(), question.alpha());
        double reached = BinomialLaw.atLeast(limit, n, question.p0());
        double coin = (question.alpha() - reached) / (BinomialLaw.atLeast(limit - 1, n, question.p0()) - reached);
        double surely = BinomialLaw.atLeast(limit, n, question.p1());
        double power = surely + coin * (BinomialLaw.atLeast(limit - 1, n, question.p1()) - surely);
        return ExactLevel.reaches(power, question.power());
    }
}
