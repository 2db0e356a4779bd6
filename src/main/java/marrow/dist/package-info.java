/**
 * The laws of time and of baseline numbers: what is drawn when a clock starts or a patient is made, and the solving of
 * such laws from what clinicians report.
 *
 * <p>There are two kinds of {@link marrow.dist.Law}. A {@link marrow.dist.Distribution} is drawn at once: a fixed
 * visit, an age, a delay. A {@link marrow.dist.Hazard} is a rate of events that may be multiplied while it runs and
 * entered late; of it the journey needs H, the cumulative hazard, and its inverse. A clock with the unit-exponential
 * budget e that starts at age s of its law rings at {@code inverse(cumulative(s) + e)}; when a factor f comes to hold
 * at age a, what is left of the budget is spent f times as fast. Both are exact, so no law is ever stepped through
 * time.
 *
 * <p>Laws have no units; a journey uses days. Every law may be given by whichever numbers are reported. Shapes come
 * first, then what fixes the level:
 *
 * <table>
 * <caption>Hazards</caption>
 * <tr><th>law</th><th>H(t)</th><th>made by</th></tr>
 * <tr><td>{@link marrow.dist.Exponential}</td><td>rate t</td>
 *     <td>ofRate, ofMean, ofMedian, reaching(p, t)</td></tr>
 * <tr><td>{@link marrow.dist.Weibull}</td><td>(t/scale)^shape</td>
 *     <td>of(shape, scale), ofMean, ofMedian, reaching(shape, p, t), ofQuantiles(p1, t1, p2, t2)</td></tr>
 * <tr><td>{@link marrow.dist.Gompertz}</td><td>level (exp(slope t) - 1) / slope</td>
 *     <td>of(level, slope), ofMean(slope, mean), ofMedian, reaching(slope, p, t)</td></tr>
 * <tr><td>{@link marrow.dist.LogLogistic}</td><td>log(1 + (t/scale)^shape)</td>
 *     <td>of(shape, scale), ofMean, ofMedian, reaching(shape, p, t), ofQuantiles</td></tr>
 * <tr><td>{@link marrow.dist.LognormalHazard}</td><td>-log P(Z &gt; log(t/median) / sdLog)</td>
 *     <td>ofMedian(median, sdLog), ofMean(mean, sd), reaching(sdLog, p, t), ofQuantiles</td></tr>
 * <tr><td>{@link marrow.dist.PiecewiseExponential}</td><td>broken line</td>
 *     <td>of(cuts, rates), reaching(p[], t[])</td></tr>
 * <tr><td>{@link marrow.dist.Cure}</td><td>-log(c + (1-c) exp(-H0(t)))</td>
 *     <td>of(cured, rest), reaching(cured, family of the rest, p, t)</td></tr>
 * </table>
 *
 * <table>
 * <caption>Distributions; {@code within(lower, upper)} cuts any of them to limits</caption>
 * <tr><th>law</th><th>draw</th><th>made by</th></tr>
 * <tr><td>{@link marrow.dist.Fixed}</td><td>the value</td><td>of</td></tr>
 * <tr><td>{@link marrow.dist.Uniform}</td><td>one uniform</td><td>of(lower, upper)</td></tr>
 * <tr><td>{@link marrow.dist.Triangular}</td><td>one uniform</td><td>of(lower, mode, upper)</td></tr>
 * <tr><td>{@link marrow.dist.Normal}</td><td>one uniform</td><td>of(mean, sd), ofQuantiles(p1, x1, p2, x2)</td></tr>
 * <tr><td>{@link marrow.dist.Lognormal}</td><td>one uniform</td>
 *     <td>ofMedian(median, sdLog), ofMean(mean, sd), reaching(sdLog, p, x), ofQuantiles</td></tr>
 * <tr><td>{@link marrow.dist.Gamma}</td><td>Marsaglia and Tsang</td>
 *     <td>of(shape, scale), ofMean(mean, sd), ofMedian(shape, median), reaching(shape, p, x), ofQuantiles</td></tr>
 * <tr><td>{@link marrow.dist.Beta}</td><td>two gammas</td>
 *     <td>of(alpha, beta, lower, upper), ofMean(mean, sd, lower, upper), ofQuantiles(..., lower, upper)</td></tr>
 * <tr><td>{@link marrow.dist.Empirical}</td><td>one uniform</td><td>of(p[], x[])</td></tr>
 * </table>
 *
 * <p>Most often a clinician knows neither shape nor scale but a curve: relapse 14 % at one year, beside non-relapse
 * death 8 %. Such numbers are cumulative incidences of competing causes, and no cause can be solved alone. A {@link
 * marrow.dist.HazardFamily} is a hazard that lacks its scale; {@link marrow.dist.IncidenceSolver} finds the scales
 * and rates of several {@link marrow.dist.Cause}s together, by {@link marrow.dist.CumulativeIncidence}, and says what
 * each reaches when it is computed anew.
 *
 * <p>Arithmetic on the path of a patient is {@code StrictMath} and allocates nothing; solvers, quadrature and the
 * incomplete gamma and beta functions (Commons Math, pure Java) serve where a law is made, and in the tails of gamma
 * and beta laws cut to limits. The same arguments give the same bits on every machine.
 */
package marrow.dist;
