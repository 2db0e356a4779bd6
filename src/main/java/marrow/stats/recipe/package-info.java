/**
 * Where a number of patients may come from: {@link marrow.stats.recipe.Recipes} walks a grid of hypotheses, levels and
 * powers, sizes each by every method that protocols use, and keeps those {@link marrow.stats.recipe.Recipe}s that end at
 * the number, with or without an {@link marrow.stats.recipe.Inflation} for dropout. None of them is known to be the one
 * that was used.
 */
package marrow.stats.recipe;
