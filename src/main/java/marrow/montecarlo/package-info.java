/**
 * The same thing many times: {@link marrow.montecarlo.Replicates} are made in blocks on all cores by a {@link
 * marrow.montecarlo.Simulation}, each a row of numbers on a {@link marrow.montecarlo.Sheet}; the columns are summed up in {@link
 * marrow.montecarlo.Moments}, block by block and in order, and told as {@link marrow.montecarlo.Estimate}s with their Monte Carlo error. What a
 * replicate is, nobody knows here.
 *
 * <p>Finished blocks may be kept, {@link marrow.montecarlo.KeptBlocks}, in a {@link marrow.montecarlo.BlockFile} that survives a crash; a
 * {@link marrow.montecarlo.Shard} makes some of them alone; a {@link marrow.montecarlo.StoppingRule} ends a run at the same block for any number of threads.
 *
 * <p>{@link marrow.montecarlo.SideBySide} makes the same replicates of many things in one queue, and the differences of each from a reference.
 */
package marrow.montecarlo;
