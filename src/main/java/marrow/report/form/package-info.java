/**
 * The forms in which anything is printed: numbers as people read them ({@link marrow.report.form.Readout}), paragraphs and tables for 80
 * columns, CSV and JSON. Nothing here knows what a trial is.
 */
package marrow.report.form;
