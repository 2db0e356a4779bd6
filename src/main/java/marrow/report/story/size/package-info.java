/**
 * What the report of `marrow size` says: of a power that is asked for, or of a number of patients, whose power is. {@link marrow.report.story.size.SizeReport}
 * puts the sections together, in the order of ADEMP.
 */
package marrow.report.story.size;
