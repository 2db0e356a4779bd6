package marrow.report.story.size;

import marrow.design.size.Effect;
import marrow.report.size.EffectText;

/** An effect on an axis. */
final class EffectAxis {
    private EffectAxis() {}

    /** Shares in percent, ratios as such. */
    static double place(Effect effect, double value) {
        return effect.isShare() ? Math.rint(1e9 * value) / 1e7 : effect.isLogRatio() ? StrictMath.exp(value) : value;
    }

    static String title(Effect effect) {
        return EffectText.name(effect) + (effect.isShare() ? ", %" : "");
    }
}
