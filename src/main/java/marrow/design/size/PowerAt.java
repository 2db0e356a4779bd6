package marrow.design.size;

import marrow.montecarlo.Estimate;

/**
 * What the trials of one size came to.
 *
 * @param patients enrolled
 * @param power    the share of the trials that reject
 * @param analysed patients in the analysis, on average: fewer, where some are lost or left out
 * @param events   among them, on average
 */
public record PowerAt(int patients, Estimate power, double analysed, double events) {}
