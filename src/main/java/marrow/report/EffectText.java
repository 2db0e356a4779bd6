package marrow.report;

import marrow.analysis.Estimand;
import marrow.design.size.Effect;

/** What an analysis is to find, in words and numbers. */
public final class EffectText {
    private EffectText() {}

    /** {@code PFS at 1 y}, {@code hazard ratio of PFS}. */
    public static String name(Effect effect) {
        String endpoint = effect.endpoint().name();
        if (effect.isLogRatio()) {
            return "hazard ratio of " + endpoint;
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
}
