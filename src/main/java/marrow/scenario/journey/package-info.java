/**
 * The whole journey: {@link marrow.scenario.journey.JourneyDecoder} has every section read in its order, and
 * {@link marrow.scenario.journey.JourneyAssembly} makes a {@link marrow.journey.Journey} of the drafts once their hazards are solved. Beside it are the checks
 * that only a whole journey can fail: states to which nothing leads, waits and rings without end, facts that need each other.
 */
package marrow.scenario.journey;
