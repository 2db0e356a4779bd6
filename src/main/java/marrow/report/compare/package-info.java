/** Two runs beside each other: what differs, and the first event at which two lives part. */
package marrow.report.compare;
