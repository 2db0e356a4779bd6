/**
 * Numbers with units, and the parameters that have them. A {@link marrow.scenario.value.Quantity} is a number as it is written; a place says by its
 * {@link marrow.scenario.value.Kind} which it takes, and {@link marrow.scenario.value.Values} reads it there, by itself or through the name of
 * a {@link marrow.scenario.value.Parameter}, which has its evidence with it. Values of the command line stand in place of what is written.
 */
package marrow.scenario.value;
