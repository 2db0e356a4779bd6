/**
 * Numbers in order without comparing each with each: {@link marrow.stats.order.EvenBuckets} counts them by buckets of even width, from
 * which {@link marrow.stats.order.OrderStatistic} takes the k-th smallest, and {@link marrow.stats.survival.OrderedSample} its rows.
 */
package marrow.stats.order;
