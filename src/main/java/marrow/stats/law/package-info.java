/** The reference laws of tests, and the intervals that are read off them. */
package marrow.stats.law;
