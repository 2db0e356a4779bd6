package marrow.stats.recipe;

import java.util.ArrayList;
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
    static Map<String, SimonDesign> upTo(int patients, Question question) {
        Map<String, SimonDesign> named = new LinkedHashMap<>();
        if (!mayDo(patients, question)) {
            return named;
        }
        SimonSearch search = SimonSearch.of(question.p0(), question.p1(), question.alpha(), question.power());
        if (search.minimax().n() > patients) {
            return named;
        }
        List<SimonDesign> admissible = new ArrayList<>(search.admissible());
        SimonDesign minimax = admissible.remove(0);
        if (admissible.isEmpty()) {
            named.put("Simon minimax and optimal", minimax);
            return named;
        }
        SimonDesign optimal = admissible.remove(admissible.size() - 1);
        named.put("Simon minimax", minimax);
        for (SimonDesign between : admissible) {
            named.put("Simon admissible, " + between.n(), between);
        }
        named.put("Simon optimal", optimal);
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
