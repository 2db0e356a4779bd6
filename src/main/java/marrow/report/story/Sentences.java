package marrow.report.story;

import java.util.ArrayList;
import java.util.List;
import marrow.analysis.Analysis;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.run.TruthOutcome;

/**
 * What the numbers say of an analysis, in sentences that say no more than they do: a difference is named only where the 95 % interval
 * of the simulation excludes that there is none.
 */
public final class Sentences {
    private static final double NORMAL_95 = 1.959963984540054;

    private Sentences() {}

    static String of(Analysis analysis, TruthOutcome outcome) {
        Metrics metrics = Metrics.of(outcome.results().analyses().get(analysis.name()));
        List<String> said = new ArrayList<>();
        metrics.rejection().ifPresent(share -> said.add(rejection(analysis, outcome, share)));
        metrics.find("bias").ifPresent(bias -> said.add(bias(bias)));
        metrics.find("coverage")
                .filter(coverage -> analysis.hypothesis() != null)
                .ifPresent(coverage ->
                        said.add(coverage(coverage, analysis.hypothesis().level())));
        return String.join(" ", said);
    }

    private static String rejection(Analysis analysis, TruthOutcome outcome, Estimate share) {
        String text = "Under " + outcome.truth().name() + ", " + analysis.name() + " rejects in "
                + Readout.percent(share.value()) + " of the trials (95 % interval " + interval(share) + ")";
        if (!outcome.truth().role().isNullOf(analysis.name())) {
            return text + ".";
        }
        double alpha = analysis.hypothesis().alpha();
        String level = Readout.percent(alpha);
        if (share.lower() > alpha) {
            return text + ": more often than its level of " + level + ".";
        }
        return share.upper() < alpha
                ? text + ": less often than its level of " + level + "."
                : text + ", which the simulation cannot tell from its level of " + level + ".";
    }

    private static String bias(Estimate bias) {
        String size = Readout.withError(bias.value(), bias.mcse());
        return Math.abs(bias.value()) > NORMAL_95 * bias.mcse()
                ? "Its estimate is off by " + size + " on average."
                : "No bias is seen beyond the error of the simulation: " + size + ".";
    }

    private static String coverage(Estimate coverage, double level) {
        String text = "Its interval of nominal " + Readout.percent(level) + " covers the true value in "
                + Readout.percent(coverage.value()) + " of the trials";
        if (coverage.upper() < level) {
            return text + ", less often than it says.";
        }
        return coverage.lower() > level
                ? text + ", more often than it says."
                : text + ", as it says within the error of the simulation.";
    }

    public static String interval(Estimate share) {
        String low = Readout.percent(share.lower());
        return low.substring(0, low.length() - 2) + " to " + Readout.percent(share.upper());
    }
}
