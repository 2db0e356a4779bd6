/**
 * Two and more groups of subjects in time. {@link marrow.stats.comparison.LogRank} holds the observed events of each
 * group against those expected if all had one hazard, with the {@link marrow.stats.comparison.Weighting} of its
 * choice, and {@link marrow.stats.comparison.MaxCombo} the largest of several such; {@link
 * marrow.stats.comparison.MantelByar} lets subjects change their group on the way. {@link
 * marrow.stats.comparison.Gray} compares cumulative incidences, {@link marrow.stats.comparison.MilestoneDifference}
 * and {@link marrow.stats.comparison.RestrictedMeanDifference} what two curves say at one time and up to it.
 */
package marrow.stats.comparison;
