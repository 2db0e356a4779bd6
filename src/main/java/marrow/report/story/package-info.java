/**
 * What the report of a run says. {@link marrow.report.story.RunReport} puts the sections together, in the order of ADEMP; each is
 * written from the same {@link marrow.report.story.Material}: results by truth, and sketches of their trials.
 *
 * <pre>
 *   AimsSection ---------- Sentences, TruthText
 *   JourneySection ------- EvidenceSheet
 *   EstimandsSection
 *   MethodsSection
 *   PerformanceSection --- LookFigures (LookSheets), CurveFigures, ExactFigure, PublishedFigure
 *   ConductSection ------- NumbersFigure (Classes), SwimmerFigure
 * </pre>
 */
package marrow.report.story;
