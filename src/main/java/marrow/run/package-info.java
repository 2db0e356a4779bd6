/**
 * A scenario carried out. A {@link marrow.run.Conduct} makes a study ready under each of its truths and simulates its trials; what
 * comes of it is an {@link marrow.run.TruthOutcome} a truth, together a {@link marrow.run.RunResult}.
 */
package marrow.run;
