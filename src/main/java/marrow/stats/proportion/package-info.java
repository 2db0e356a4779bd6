/**
 * Counts: intervals for one proportion and exact tests of it; tests of association in tables, also of several strata.
 */
package marrow.stats.proportion;
