/** How many patients, or how much power: the questions, what answers them, and how both are told. */
package marrow.report.size;
