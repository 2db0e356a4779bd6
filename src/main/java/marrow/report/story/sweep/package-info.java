/**
 * What the report of a sweep says. {@link marrow.report.story.sweep.SweepReport} puts the sections together, in the order of ADEMP; they are written
 * from the {@link marrow.report.story.sweep.Points}.
 */
package marrow.report.story.sweep;
