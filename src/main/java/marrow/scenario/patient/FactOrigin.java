package marrow.scenario.patient;

import marrow.scenario.value.Dimension;
import marrow.scenario.value.Provenance;

/** What a fact of the population counts, and what stands behind it. */
public record FactOrigin(Dimension dimension, Provenance provenance) {}
