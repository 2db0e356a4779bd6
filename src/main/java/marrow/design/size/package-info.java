/**
 * How many patients. A {@link marrow.design.size.PowerCurve} is the power of one analysis of one plan against the number of
 * its patients, by simulation; trials of two sizes share patients and days, so that the curve is smooth. A {@link
 * marrow.design.size.SizeSearch} finds where it passes a target. Beside it stand what needs no simulation: the {@link
 * marrow.design.size.ShareTest} behind an exact binomial analysis, and the {@link marrow.design.size.Textbook} formula.
 */
package marrow.design.size;
