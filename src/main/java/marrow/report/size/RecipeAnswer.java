package marrow.report.size;

import java.util.List;
import marrow.design.size.AccrualForecast;
import marrow.scenario.Scenario;
import marrow.stats.recipe.Recipe;

/** Where a number of patients may come from. */
public record RecipeAnswer(Scenario scenario, int patients, List<Recipe> recipes, AccrualForecast accrual) {
    public RecipeAnswer {
        recipes = List.copyOf(recipes);
    }
}
