/** Counts: intervals for one proportion and exact tests of it. */
package marrow.stats.proportion;
