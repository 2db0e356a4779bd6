package marrow.report.size;

import marrow.analysis.Estimand;
import marrow.design.size.Effect;
import marrow.montecarlo.Estimate;
import marrow.report.form.Readout;
import marrow.report.run.AnalysisText;

/** What an analysis is to find, in words and numbers. */
public final class EffectText {
    private EffectText() {}

    /** {@code PFS at 1 y}, {@code hazard ratio of PFS}. */
    public static String name(Effect effect) {
        String endpoint = effect.endpoint().name();
        if (effect.estimand() instanceof Estimand.LogOddsRatio) {
            return "odds ratio of " + endpoint;
        }
        if (effect.isLogRatio()) {
            boolean sub = effect.estimand() instanceof Estimand.LogHazardRatio ratio && ratio.subdistribution();
            return (sub ? "subdistribution hazard ratio of " : "hazard ratio of ") + endpoint;
        }
        String what = endpoint + AnalysisText.at(effect.estimand());
        return effect.estimand() instanceof Estimand.Difference ? "difference in " + what : what;
    }

    /** {@code 85 %}; the logarithm of a ratio as the ratio. */
    public static String value(Effect effect, double value) {
        if (Double.isNaN(value)) {
            return Readout.NONE;
        }
        return effect.isShare()
                ? Readout.percent(value)
                : effect.isLogRatio() ? Readout.fixed(StrictMath.exp(value), 3) : Readout.number(value);
    }

    /** The same of a large cohort with its error, {@code 78.4 (0.1) %}; that of a ratio to the first order. */
    public static String value(Effect effect, Estimate value) {
        if (!(value.mcse() > 0) || Double.isNaN(value.value())) {
            return value(effect, value.value());
        }
        double ratio = StrictMath.exp(value.value());
        return effect.isShare()
                ? Readout.percentWithError(value.value(), value.mcse())
                : effect.isLogRatio()
                        ? Readout.withError(ratio, ratio * value.mcse())
                        : Readout.withError(value.value(), value.mcse());
    }
}
