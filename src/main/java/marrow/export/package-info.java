/**
 * Simulated trials as data that other programs read.
 *
 * <pre>
 *   Study ---- AnalysedTrial, one replicate ---- ReplicateRows: what its analyses found, a row each
 *                   |
 *              ExportedTrial ---- Subjects, each with the whole life (TraceRecorder)
 *                   |
 *       SubjectLevel  TimesToEvents  Responses  AdverseEvents  Exposure
 *           ADSL          ADTTE        ADRS         ADAE          ADEX     each a DataSet
 *                                       |
 *                          DataSetCsv, DatasetJson
 * </pre>
 *
 * <p>What an analysis saw is taken from the columns that it saw, so that another program that repeats it comes to the same numbers. The
 * lives tell what no endpoint asked for, and only as much of it as the data know at their cut.
 */
package marrow.export;
