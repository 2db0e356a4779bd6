package marrow.scenario;

/** What a fact of the population counts, and what stands behind it. */
public record FactOrigin(Dimension dimension, Provenance provenance) {}
