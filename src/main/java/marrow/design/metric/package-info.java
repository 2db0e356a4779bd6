/**
 * What the trials come to. {@link marrow.design.metric.StudyReplicates} makes every trial
 * of a study a row of numbers, read off by {@link marrow.design.metric.Gauge}s, and tells what the rows come to: {@link marrow.design.metric.Results}, metrics with
 * their Monte Carlo error, held against {@link marrow.design.truth.TrueValues}.
 */
package marrow.design.metric;
