package marrow.scenario;

import java.util.Optional;
import marrow.scenario.text.Problems;

/** What came of reading a file: the scenario, where nothing is wrong with it, and all that is to be said about it. */
public record Reading(Optional<Scenario> scenario, Problems problems) {}
