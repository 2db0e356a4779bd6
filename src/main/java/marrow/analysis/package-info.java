/**
 * What is asked of the data of one trial. An {@link marrow.analysis.Analysis} is one estimator or test on one endpoint; at its
 * desk, one a thread, it takes the columns of {@link marrow.analysis.Data}, asks {@code stats}, and fills a {@link
 * marrow.analysis.Finding}. Put to the data it is an {@link marrow.analysis.Inquiry}, answered once a cut, whoever asks. Some look at one arm; a {@link marrow.analysis.Comparison} looks at groups, which are arms or
 * responders. What the estimate is of, the {@link marrow.analysis.Estimand}, is said here and found in {@code design}.
 */
package marrow.analysis;
