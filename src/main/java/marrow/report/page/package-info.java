/**
 * A report as a page that is one file and asks for nothing else. A {@link marrow.report.page.Report} is sections of {@link
 * marrow.report.page.Part}s: words, headlines, tables and figures, each with its {@link marrow.report.page.Rows}. It is written as
 * JSON, and {@link marrow.report.page.Page} puts that JSON in a page beside the scripts that show it
 * ({@code resources/marrow/report/page}, a file each kind of plot). Nothing here knows what a trial is.
 */
package marrow.report.page;
