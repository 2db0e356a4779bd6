/**
 * What the report of a run says, section by section: {@link marrow.report.story.RunReport} puts them together.
 */
package marrow.report.story;
