package marrow.report.journey;

import marrow.dist.Cure;
import marrow.dist.Distribution;
import marrow.dist.Exponential;
import marrow.dist.Fixed;
import marrow.dist.Gompertz;
import marrow.dist.Hazard;
import marrow.dist.Law;
import marrow.dist.LogLogistic;
import marrow.dist.LognormalHazard;
import marrow.dist.PiecewiseExponential;
import marrow.dist.Weibull;
import marrow.report.form.Readout;

/**
 * A law of time (days) as a clinician knows it: its family, and for a hazard the share it would have reached in a year
 * if nothing else could happen, or its median where that is shorter than a year.
 */
public final class LawText {
    private static final double YEAR = 365.25;

    private LawText() {}

    static String of(Law law) {
        if (law instanceof Distribution waiting) {
            return waiting(waiting);
        }
        Hazard hazard = (Hazard) law;
        return family(hazard) + ", " + pace(hazard);
    }

    /** A hazard to the last parameter: its family and its scale. */
    public static String exactly(Hazard law) {
        if (law instanceof Weibull weibull) {
            return family(law) + ", scale " + Readout.time(weibull.scale());
        }
        if (law instanceof LogLogistic logLogistic) {
            return family(law) + ", scale " + Readout.time(logLogistic.scale());
        }
        if (law instanceof LognormalHazard lognormal) {
            return family(law) + ", median " + Readout.time(lognormal.median());
        }
        if (law instanceof Gompertz gompertz) {
            return family(law) + ", level " + Readout.rate(gompertz.level());
        }
        if (law instanceof PiecewiseExponential piecewise) {
            return "piecewise " + pieces(piecewise);
        }
        if (law instanceof Cure cure) {
            return "cured " + Readout.percent(cure.cured()) + ", rest " + exactly(cure.rest());
        }
        return law instanceof Exponential ? family(law) : of(law);
    }

    private static String pieces(PiecewiseExponential law) {
        StringBuilder text = new StringBuilder();
        double from = 0;
        for (double cut : law.cuts()) {
            text.append(Readout.rate(law.hazard((from + cut) / 2)))
                    .append(" to ")
                    .append(Readout.time(cut))
                    .append(", then ");
            from = cut;
        }
        return text.append(Readout.rate(law.hazard(from + 1))).toString();
    }

    private static String waiting(Distribution law) {
        return law.equals(Fixed.of(0)) ? "at once" : "after " + span(law);
    }

    /** A time that is drawn: its ends and median, or for one without an end the range of nine in ten. */
    static String span(Distribution law) {
        if (law instanceof Fixed fixed) {
            return Readout.time(fixed.value());
        }
        String median = Readout.time(law.quantile(0.5));
        if (law.upper() == Double.POSITIVE_INFINITY) {
            return "median " + median + ", nine in ten " + Readout.times(law.quantile(0.05), law.quantile(0.95));
        }
        return Readout.times(law.lower(), law.upper()) + ", median " + median;
    }

    private static String family(Hazard law) {
        if (law instanceof Exponential exponential) {
            return "exponential " + Readout.rate(exponential.rate());
        }
        if (law instanceof Weibull weibull) {
            return "weibull shape " + Readout.number(weibull.shape());
        }
        if (law instanceof Gompertz gompertz) {
            return "gompertz slope " + Readout.rate(gompertz.slope());
        }
        if (law instanceof LogLogistic logLogistic) {
            return "log-logistic shape " + Readout.number(logLogistic.shape());
        }
        if (law instanceof LognormalHazard lognormal) {
            return "lognormal sdlog " + Readout.number(lognormal.sdLog());
        }
        if (law instanceof PiecewiseExponential) {
            return "piecewise";
        }
        if (law instanceof Cure cure) {
            return "cured " + Readout.percent(cure.cured()) + ", rest " + family(cure.rest());
        }
        return "hazard";
    }

    private static String pace(Hazard law) {
        double median = law.median();
        return median <= YEAR ? "median " + Readout.time(median) : Readout.percent(1 - law.survival(YEAR)) + " by 1 y";
    }
}
