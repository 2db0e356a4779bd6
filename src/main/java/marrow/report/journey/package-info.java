/**
 * A scenario and its patients before any trial: what is wrong with it, what it says, who becomes what, and one life event by event.
 *
 * <pre>
 *   Scenario ---- Explanation ---- ExplanationText:  EvidenceTable, SolvedTable, TerminalDiagram, RatesTable
 *      |              |       '--- ExplanationJson
 *      |              '- JourneyMap (Moves) ---- TerminalDiagram, DotDiagram, MermaidDiagram
 *      |              '- EventRates: patients simulated to the horizon
 *      |
 *      '--- Trace, of one Patient ---- TraceText, TraceJson
 *
 *   Problems ---- ProblemList
 * </pre>
 */
package marrow.report.journey;
