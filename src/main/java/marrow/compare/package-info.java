/**
 * Two runs beside each other: whether they are the same, which numbers have changed, and where the first life parts from itself.
 *
 * <pre>
 *   KeptRun, twice --- Changes ---- Change         every number tested: in pairs of batches (PairedNumbers), or by value and error
 *              |                                  (Difference), all of them together by Holm
 *              '------ FirstParting ---- Parting   block, trial (MadeAgain), patient (TwoTrials), event (TwoLives)
 *
 *   Comparison: both, and whether they differ as the judge of the Question sees it
 * </pre>
 *
 * <p>Trials of one seed have the same patients with the same random numbers, so two programs that are meant to be the same make the same
 * lives, and the first event that is not the same names what was changed. Trials of two seeds have chance between them, and only tests can
 * tell more.
 */
package marrow.compare;
