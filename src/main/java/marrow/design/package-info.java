/**
 * What a study asks of its trials. A {@link marrow.design.Study} is a plan with its endpoints and analyses. {@link marrow.design.StudyReplicates} makes every trial
 * of it a row of numbers, read off by gauges, and tells what the rows come to: {@link marrow.design.Results}, metrics with
 * their Monte Carlo error, held against {@link marrow.design.TrueValues} from a large cohort.
 */
package marrow.design;
