package marrow.design;

import java.util.List;
import java.util.stream.IntStream;
import marrow.analysis.Analysis;
import marrow.look.Committee;
import marrow.look.Rule;
import marrow.look.Verdict;

/** Which rules decide on each analysis of a study. Where some do, the trial concludes what they say, and not what a test at its cut finds. */
public final class Deciders {
    private final int[][] ofAnalysis;

    public Deciders(List<Rule> rules, List<Analysis> analyses) {
        ofAnalysis = analyses.stream()
                .map(analysis -> IntStream.range(0, rules.size())
                        .filter(rule -> rules.get(rule)
                                .decides()
                                .filter(analysis::equals)
                                .isPresent())
                        .toArray())
                .toArray(int[][]::new);
    }

    public boolean decideOn(int analysis) {
        return ofAnalysis[analysis].length > 0;
    }

    /** Whether one of them found efficacy in the present trial. */
    public boolean findEfficacy(int analysis, Committee committee) {
        for (int rule : ofAnalysis[analysis]) {
            if (committee.conclusion(rule) == Verdict.EFFICACY) {
                return true;
            }
        }
        return false;
    }
}
