package marrow.dist;

/**
 * The normal law with mean 0 and sd 1, in strict arithmetic and without allocation: its two tails, their logarithms,
 * and their inverses.
 *
 * <p>Tails: Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23:631-637, as
 * arranged for the normal law by Cody (1993), Algorithm 715, ACM TOMS 19:22-32. Quantile: Wichura (1988), Algorithm
 * AS 241 (PPND16), Applied Statistics 37:477-484. Both have relative error near 1e-16; the quantile of a logarithmic
 * tail is polished by Newton steps on the former.
 */
public final class StandardNormal {
    private static final double LOG_SQRT_TWO_PI = 0.918938533204672741780329736406;
    private static final double INVERSE_SQRT_TWO_PI = 0.398942280401432677939946059934;
    private static final double TWO_PI = 6.283185307179586476925286766559;

    /** |z| up to here holds the middle half. */
    private static final double CENTRE = 0.67448975;

    /** sqrt(32), where Cody's far tail begins. */
    private static final double MIDDLE = 5.656854249492380195;

    /** AS 241 has its tails beyond 7.5 %: as cumulative hazards, -log(1 - 0.075) and -log(0.075). */
    private static final double LOWER_TAIL = 0.0779;

    private static final double UPPER_TAIL = 2.591;

    private StandardNormal() {}

    /** P(Z &le; z). */
    public static double cumulative(double z) {
        return survival(-z);
    }

    /** P(Z &gt; z), relative error near 1e-16 while it is a normal number (z &lt; 37). */
    public static double survival(double z) {
        if (Math.abs(z) <= CENTRE) {
            return 0.5 - z * centre(z * z);
        }
        if (Math.abs(z) > 39) {
            return z > 0 ? 0 : 1;
        }
        double smaller = StrictMath.exp(-halfSquareHigh(Math.abs(z)))
                * StrictMath.exp(-halfSquareLow(Math.abs(z)))
                * mills(Math.abs(z));
        return z > 0 ? smaller : 1 - smaller;
    }

    /** -log P(Z &gt; z): the cumulative hazard of Z, correct however far the tail. */
    public static double cumulativeHazard(double z) {
        if (z > CENTRE) {
            return halfSquareHigh(z) + halfSquareLow(z) - StrictMath.log(mills(z));
        }
        return z > -CENTRE ? -StrictMath.log(survival(z)) : -StrictMath.log1p(-survival(-z));
    }

    /** phi(z) / P(Z &gt; z): the hazard of Z. */
    public static double hazard(double z) {
        return z > CENTRE
                ? INVERSE_SQRT_TWO_PI / mills(z)
                : StrictMath.exp(-0.5 * z * z - LOG_SQRT_TWO_PI) / survival(z);
    }

    /** The z with P(Z &le; z) = p, for p in [0, 1]. */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * quantileCentre(0.180625 - q * q);
        }
        double tail = quantileTail(StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p)));
        return q < 0 ? -tail : tail;
    }

    /** The z with -log P(Z &gt; z) = h, for h &ge; 0. */
    public static double inverseHazard(double h) {
        if (h < LOWER_TAIL) {
            return h > 0 ? inverseLowerTail(h) : Double.NEGATIVE_INFINITY;
        }
        double r = Math.sqrt(h);
        double near = h < UPPER_TAIL
                ? quantile(-StrictMath.expm1(-h))
                : r <= 27 ? quantileTail(r) : polished(farTail(2 * h), h);
        return r <= Double.MAX_VALUE ? polished(near, h) : r;
    }

    /** One Newton step on H(z) = h. */
    private static double polished(double z, double h) {
        return z - (cumulativeHazard(z) - h) / hazard(z);
    }

    /** With y = -z: the upper tail of y holds P(Z &le; z) = 1 - exp(-h), which is small. */
    private static double inverseLowerTail(double h) {
        double logTail = -StrictMath.log(-StrictMath.expm1(-h));
        return -polished(quantileTail(Math.sqrt(logTail)), logTail);
    }

    /** First terms of the asymptotic series of the upper tail, given 2h: good to 1e-5 for h above 27^2. */
    private static double farTail(double twoH) {
        return Math.sqrt(twoH - StrictMath.log(TWO_PI * twoH));
    }

    // z^2 / 2 in two parts, the first exact: z cut to sixteenths, so that exp loses nothing to rounding of the square.

    private static double halfSquareHigh(double z) {
        double cut = Math.floor(z * 16) / 16;
        return 0.5 * cut * cut;
    }

    private static double halfSquareLow(double z) {
        double cut = Math.floor(z * 16) / 16;
        return z == cut ? 0 : 0.5 * (z - cut) * (z + cut); // the first case also at +infinity
    }

    /** (P(Z &le; z) - 1/2) / z for |z| &le; 0.674, given z^2. */
    private static double centre(double s) {
        double above = 0.065682337918207449113 * s;
        above = (above + 2.2352520354606839287) * s;
        above = (above + 161.02823106855587881) * s;
        above = (above + 1067.6894854603709582) * s + 18154.981253343561249;
        double below = (s + 47.20258190468824187) * s;
        below = (below + 976.09855173777669322) * s;
        below = (below + 10260.932208618978205) * s + 45507.789335026729956;
        return above / below;
    }

    /** P(Z &gt; z) exp(z^2 / 2) for z above the centre. */
    private static double mills(double z) {
        return z <= MIDDLE ? millsMiddle(z) : millsFar(z);
    }

    private static double millsMiddle(double z) {
        double above = 1.0765576773720192317e-8 * z;
        above = (above + .39894151208813466764) * z;
        above = (above + 8.8831497943883759412) * z;
        above = (above + 93.506656132177855979) * z;
        above = (above + 597.27027639480026226) * z;
        above = (above + 2494.5375852903726711) * z;
        above = (above + 6848.1904505362823326) * z;
        above = (above + 11602.651437647350124) * z + 9842.7148383839780218;
        double below = (z + 22.266688044328115691) * z;
        below = (below + 235.38790178262499861) * z;
        below = (below + 1519.377599407554805) * z;
        below = (below + 6485.558298266760755) * z;
        below = (below + 18615.571640885098091) * z;
        below = (below + 34900.952721145977266) * z;
        below = (below + 38912.003286093271411) * z + 19685.429676859990727;
        return above / below;
    }

    private static double millsFar(double z) {
        double s = 1 / z / z;
        double above = .02307344176494017303 * s;
        above = (above + .21589853405795699) * s;
        above = (above + .1274011611602473639) * s;
        above = (above + .022235277870649807) * s;
        above = (above + .001421619193227893466) * s + 2.9112874951168792e-5;
        double below = (s + 1.28426009614491121) * s;
        below = (below + .468238212480865118) * s;
        below = (below + .0659881378689285515) * s;
        below = (below + .00378239633202758244) * s + 7.29751555083966205e-5;
        return (INVERSE_SQRT_TWO_PI - s * above / below) / z;
    }

    private static double quantileCentre(double r) {
        return (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                                                                                        + 45921.953931549871457)
                                                                                * r
                                                                        + 13731.693765509461125)
                                                                * r
                                                        + 1971.5909503065514427)
                                                * r
                                        + 133.14166789178437745)
                                * r
                        + 3.387132872796366608)
                / (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                                                                                        + 21213.794301586595867)
                                                                                * r
                                                                        + 5394.1960214247511077)
                                                                * r
                                                        + 687.1870074920579083)
                                                * r
                                        + 42.313330701600911252)
                                * r
                        + 1.0);
    }

    /** The z whose upper tail is exp(-r^2), for r &gt; 1.6. */
    private static double quantileTail(double r) {
        if (r <= 5) {
            double s = r - 1.6;
            return (((((((7.7454501427834140764e-4 * s + .0227238449892691845833) * s + .24178072517745061177) * s
                                                                                            + 1.27045825245236838258)
                                                                                    * s
                                                                            + 3.64784832476320460504)
                                                                    * s
                                                            + 5.7694972214606914055)
                                                    * s
                                            + 4.6303378461565452959)
                                    * s
                            + 1.42343711074968357734)
                    / (((((((1.05075007164441684324e-9 * s + 5.475938084995344946e-4) * s + .0151986665636164571966) * s
                                                                                            + .14810397642748007459)
                                                                                    * s
                                                                            + .68976733498510000455)
                                                                    * s
                                                            + 1.6763848301838038494)
                                                    * s
                                            + 2.05319162663775882187)
                                    * s
                            + 1.0);
        }
        if (r > 28) {
            return r; // p = 0: no positive double has its logarithm below -28^2
        }
        double s = r - 5;
        return (((((((2.01033439929228813265e-7 * s + 2.71155556874348757815e-5) * s + .0012426609473880784386) * s
                                                                                        + .026532189526576123093)
                                                                                * s
                                                                        + .29656057182850489123)
                                                                * s
                                                        + 1.7848265399172913358)
                                                * s
                                        + 5.4637849111641143699)
                                * s
                        + 6.6579046435011037772)
                / (((((((2.04426310338993978564e-15 * s + 1.4215117583164458887e-7) * s + 1.8463183175100546818e-5) * s
                                                                                        + 7.868691311456132591e-4)
                                                                                * s
                                                                        + .0148753612908506148525)
                                                                * s
                                                        + .13692988092273580531)
                                                * s
                                        + .59983220655588793769)
                                * s
                        + 1.0);
    }
}
