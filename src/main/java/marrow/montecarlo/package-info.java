/**
 * The same thing many times: {@link marrow.montecarlo.Replicates} are made in blocks on all cores by a {@link
 * marrow.montecarlo.Simulation}, each a row of numbers; the columns are summed up in {@link marrow.montecarlo.Moments},
 * block by block and in order, and told as {@link marrow.montecarlo.Estimate}s with their Monte Carlo error. What a
 * replicate is, nobody knows here.
 */
package marrow.montecarlo;
