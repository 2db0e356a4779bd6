package marrow.design;

import marrow.montecarlo.Estimate;

/** A named number of the results. Names are those of docs/results.md. */
public record Metric(String name, Estimate estimate) {}
