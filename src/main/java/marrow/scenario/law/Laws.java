package marrow.scenario.law;

import static marrow.scenario.law.LawForm.by;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marrow.dist.Beta;
import marrow.dist.Distribution;
import marrow.dist.Exponential;
import marrow.dist.Gamma;
import marrow.dist.Gompertz;
import marrow.dist.Hazard;
import marrow.dist.HazardFamily;
import marrow.dist.LogLogistic;
import marrow.dist.Lognormal;
import marrow.dist.LognormalHazard;
import marrow.dist.Normal;
import marrow.dist.Weibull;

/** The laws that are given by named numbers, and the ways in which each may be given. */
public final class Laws {
    /** Keys whose numbers have the dimension of what the law is of: days, or whatever a fact counts. */
    static final Set<String> SCALED = Set.of("mean", "median", "sd", "scale", "by");

    /** Keys whose numbers are per day. */
    static final Set<String> RATES = Set.of("rate", "level", "slope");

    /** The key whose number is a probability. */
    static final String REACHES = "reaches";

    /** Laws to draw from. The numbers of beta are followed by the ends of its interval. */
    public static final Map<String, List<LawForm<Distribution>>> DISTRIBUTIONS = new LinkedHashMap<>();

    public static final Map<String, List<LawForm<Hazard>>> HAZARDS = new LinkedHashMap<>();

    /** Hazards of known shape whose scale is left to what they must reach. */
    public static final Map<String, LawForm<HazardFamily>> FAMILIES = new LinkedHashMap<>();

    static {
        DISTRIBUTIONS.put(
                "normal",
                List.of(
                        by("mean sd", x -> Normal.of(x[0], x[1])),
                        by("median sd", x -> Normal.of(x[0], x[1])),
                        by("sd reaches by", x -> Normal.reaching(x[0], x[1], x[2])),
                        by("quantiles", x -> Normal.ofQuantiles(x[0], x[1], x[2], x[3]))));
        DISTRIBUTIONS.put(
                "lognormal",
                List.of(
                        by("median sdlog", x -> Lognormal.ofMedian(x[0], x[1])),
                        by("mean sd", x -> Lognormal.ofMean(x[0], x[1])),
                        by("sdlog reaches by", x -> Lognormal.reaching(x[0], x[1], x[2])),
                        by("quantiles", x -> Lognormal.ofQuantiles(x[0], x[1], x[2], x[3]))));
        DISTRIBUTIONS.put(
                "gamma",
                List.of(
                        by("shape scale", x -> Gamma.of(x[0], x[1])),
                        by("shape mean", x -> Gamma.of(x[0], x[1] / x[0])),
                        by("shape median", x -> Gamma.ofMedian(x[0], x[1])),
                        by("mean sd", x -> Gamma.ofMean(x[0], x[1])),
                        by("shape reaches by", x -> Gamma.reaching(x[0], x[1], x[2])),
                        by("quantiles", x -> Gamma.ofQuantiles(x[0], x[1], x[2], x[3]))));
        DISTRIBUTIONS.put(
                "beta",
                List.of(
                        by("a b", x -> Beta.of(x[0], x[1], x[2], x[3])),
                        by("mean sd", x -> Beta.ofMean(x[0], x[1], x[2], x[3])),
                        by("quantiles", x -> Beta.ofQuantiles(x[0], x[1], x[2], x[3], x[4], x[5]))));

        HAZARDS.put(
                "exponential",
                List.of(
                        by("rate", x -> Exponential.ofRate(x[0])),
                        by("mean", x -> Exponential.ofMean(x[0])),
                        by("median", x -> Exponential.ofMedian(x[0]))));
        HAZARDS.put(
                "weibull",
                List.of(
                        by("shape scale", x -> Weibull.of(x[0], x[1])),
                        by("shape mean", x -> Weibull.ofMean(x[0], x[1])),
                        by("shape median", x -> Weibull.ofMedian(x[0], x[1])),
                        by("quantiles", x -> Weibull.ofQuantiles(x[0], x[1], x[2], x[3]))));
        HAZARDS.put(
                "gompertz",
                List.of(
                        by("slope level", x -> Gompertz.of(x[1], x[0])),
                        by("slope mean", x -> Gompertz.ofMean(x[0], x[1])),
                        by("slope median", x -> Gompertz.ofMedian(x[0], x[1]))));
        HAZARDS.put(
                "log-logistic",
                List.of(
                        by("shape scale", x -> LogLogistic.of(x[0], x[1])),
                        by("shape median", x -> LogLogistic.ofMedian(x[0], x[1])),
                        by("shape mean", x -> LogLogistic.ofMean(x[0], x[1])),
                        by("quantiles", x -> LogLogistic.ofQuantiles(x[0], x[1], x[2], x[3]))));
        HAZARDS.put(
                "lognormal",
                List.of(
                        by("median sdlog", x -> LognormalHazard.ofMedian(x[0], x[1])),
                        by("mean sd", x -> LognormalHazard.ofMean(x[0], x[1])),
                        by("quantiles", x -> LognormalHazard.ofQuantiles(x[0], x[1], x[2], x[3]))));

        FAMILIES.put("exponential", by("", x -> Exponential.family()));
        FAMILIES.put("weibull", by("shape", x -> Weibull.family(x[0])));
        FAMILIES.put("gompertz", by("slope", x -> Gompertz.family(x[0])));
        FAMILIES.put("log-logistic", by("shape", x -> LogLogistic.family(x[0])));
        FAMILIES.put("lognormal", by("sdlog", x -> LognormalHazard.family(x[0])));
    }

    private Laws() {}
}
