/**
 * A run: the table of its results under each truth and of its looks, as text, CSV and JSON; and one trial of it, month by month.
 */
package marrow.report.run;
