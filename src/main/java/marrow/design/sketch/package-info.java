/**
 * What pictures of a study show and its metrics do not hold: curves over time with their spread, how a trial fills up, how numbers
 * vary from trial to trial, in which states patients are. A {@link marrow.design.sketch.Sketch} reads them off the first few
 * trials of the run, which live a second time at the same addresses, and off a few thousand lives ({@link
 * marrow.design.sketch.Occupancy}). So the run itself carries nothing for them.
 */
package marrow.design.sketch;
