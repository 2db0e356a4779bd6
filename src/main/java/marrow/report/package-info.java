/**
 * What Marrow prints: tables, pictures and traces for people, JSON for programs.
 *
 * <pre>
 *   Scenario ---- Explanation ---- ExplanationText:  EvidenceTable, SolvedTable, TerminalDiagram, RatesTable
 *      |              |       '--- ExplanationJson
 *      |              '- JourneyMap (Moves) ---- TerminalDiagram, DotDiagram, MermaidDiagram
 *      |              '- EventRates: patients simulated to the horizon
 *      |
 *      '--- Trace, of one Patient ---- TraceText, TraceJson
 *
 *   Comparison ---- ComparisonText: PartingText
 *           '------ ComparisonJson
 *
 *   Problems ---- ProblemList
 * </pre>
 *
 * <p>The page with plots is made in {@code report.page}, what it says of a run in {@code report.story}.
 *
 * <p>Text is made for 80 columns ({@link marrow.report.PlainDrawing} for terminals without lines and arrows), and
 * everything returns text: `cli` alone writes it somewhere. The same scenario, seed and version give the same text.
 */
package marrow.report;
