package marrow.design.sketch;

/**
 * A calendar day of a trial.
 *
 * @param enrolled patients by then
 * @param events   of the endpoint that is counted, that had happened by then
 */
public record Filling(double day, Spread enrolled, Spread events) {}
