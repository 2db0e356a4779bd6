/** The points of a sweep, as a grid or a list, as CSV and JSON. */
package marrow.report.sweep;
