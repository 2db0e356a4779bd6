/**
 * Laws of waiting times and hazards. Each law has its {@link marrow.scenario.law.LawForm}s, the sets of numbers by which it may be given;
 * {@link marrow.scenario.law.Laws} lists them all. A hazard given by what it must reach beside others is a
 * {@link marrow.scenario.law.HazardDraft} until all are known.
 */
package marrow.scenario.law;
