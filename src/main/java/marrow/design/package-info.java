/**
 * What a study asks of its trials. A {@link marrow.design.Study} is a plan with its endpoints, analyses and looks; {@link marrow.design.OneTrial} conducts
 * one trial of it after the other. {@link marrow.design.TrialHistory} tells of one trial what was known and decided when. What is asked before any run
 * is found from the first trials: {@link marrow.design.Rehearsal}, {@link marrow.design.Reach}, {@link marrow.design.FirstTrials}.
 *
 * <pre>
 *   truth &lt;- design &lt;- metric &lt;- size, sketch
 * </pre>
 */
package marrow.design;
