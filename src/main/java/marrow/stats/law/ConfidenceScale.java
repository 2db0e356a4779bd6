package marrow.stats.law;

import marrow.check.Require;

/**
 * The rising transformation g of a probability on which its estimate is taken for normal: interval g^-1(g(p) &plusmn; z
 * se g'(p)), test z = (g(p) - g(p0)) / (se g'(p)). The names and the limits are those of {@code conf.type} in R's
 * {@code survfit}.
 *
 * <p>Where R says NA or NaN (log: p = 0; log-log, arcsine, logit: p = 0 or 1), nothing is known and the interval is
 * [0, 1]. A standard error of 0 gives the point [p, p] on the other scales, as in R.
 */
public enum ConfidenceScale {
    /** g(p) = p, cut to [0, 1]. */
    PLAIN {
        @Override
        public boolean speaks(double p) {
            return true;
        }

        @Override
        double g(double p) {
            return p;
        }

        @Override
        double slope(double p) {
            return 1;
        }

        @Override
        double inverse(double y) {
            return Math.min(Math.max(y, 0), 1);
        }
    },

    /** g(p) = log p, cut at 1. */
    LOG {
        @Override
        public boolean speaks(double p) {
            return p > 0;
        }

        @Override
        double g(double p) {
            return StrictMath.log(p);
        }

        @Override
        double slope(double p) {
            return 1 / p;
        }

        @Override
        double inverse(double y) {
            return Math.min(StrictMath.exp(y), 1);
        }
    },

    /** g(p) = -log(-log p). */
    LOG_LOG {
        @Override
        double g(double p) {
            return -StrictMath.log(-StrictMath.log(p));
        }

        @Override
        double slope(double p) {
            return -1 / (p * StrictMath.log(p));
        }

        @Override
        double inverse(double y) {
            return StrictMath.exp(-StrictMath.exp(-y));
        }
    },

    /** g(p) = arcsin(sqrt p). */
    ARCSINE {
        @Override
        double g(double p) {
            return StrictMath.asin(Math.sqrt(p));
        }

        @Override
        double slope(double p) {
            return 0.5 / Math.sqrt(p * (1 - p));
        }

        @Override
        double inverse(double y) {
            double root = StrictMath.sin(Math.min(Math.max(y, 0), Math.PI / 2));
            return root * root;
        }
    },

    /** g(p) = log(p / (1 - p)). */
    LOGIT {
        @Override
        double g(double p) {
            return StrictMath.log(p / (1 - p));
        }

        @Override
        double slope(double p) {
            return 1 / (p * (1 - p));
        }

        @Override
        double inverse(double y) {
            return 1 / (1 + StrictMath.exp(-y));
        }
    };

    abstract double g(double p);

    abstract double slope(double p);

    abstract double inverse(double y);

    /** Whether g and its slope are finite at p. */
    public boolean speaks(double p) {
        return p > 0 && p < 1;
    }

    /** The lower limit for an estimate p with this standard error; z is 1.96 for 95 %. */
    public double lower(double p, double standardError, double z) {
        return speaks(p) ? inverse(g(p) - z * standardError * slope(p)) : 0;
    }

    /** The upper limit. */
    public double upper(double p, double standardError, double z) {
        return speaks(p) ? inverse(g(p) + z * standardError * slope(p)) : 1;
    }

    /**
     * The standardised distance of p from p0, positive when p is larger; p0 in (0, 1). It is 0, no evidence, where the
     * standard error is 0 or the scale does not speak.
     */
    public double standardized(double p, double standardError, double p0) {
        Require.openProbability(p0, "p0");
        return standardError > 0 && speaks(p) ? (g(p) - g(p0)) / (standardError * slope(p)) : 0;
    }
}
