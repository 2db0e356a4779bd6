package marrow.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import marrow.stats.recipe.Inflation;
import marrow.stats.recipe.Recipe;

/** Where a number of patients may come from, as text of at most 80 columns: a line a recipe, those with room for dropout last. */
public final class RecipeTable {
    private RecipeTable() {}

    public static String of(RecipeAnswer answer) {
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of(
                answer.scenario().name() + ": " + answer.scenario().title(), ""));
        text.append(Paragraph.of(
                Readout.counted(answer.recipes().size(), "design") + " of the grid end at "
                        + Readout.counted(answer.patients(), "patient")
                        + ". They are not ranked: none is known to be the one that was used.",
                ""));
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Recipe recipe : answer.recipes()) {
            String title = recipe.inflations().isEmpty()
                    ? "For " + answer.patients() + " patients who are evaluable"
                    : "For " + recipe.evaluable() + ", and " + inflations(recipe.inflations());
            row(tables.computeIfAbsent(title, none -> heading()), recipe);
        }
        tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> Boolean.compare(a.contains(", and"), b.contains(", and"))))
                .forEach(one -> text.append('\n')
                        .append(Paragraph.of(one.getKey(), ""))
                        .append(one.getValue()));
        return text.append('\n').append(SizeText.accrual(answer.accrual())).toString();
    }

    private static Table heading() {
        return new Table("  ", "lrrrrrrl").row("method", "p0", "p1", "alpha", "power", "type I", "power", "rule");
    }

    private static void row(Table table, Recipe recipe) {
        table.row(
                recipe.method().replace("exact binomial", "exact"),
                whole(recipe.p0()),
                whole(recipe.p1()),
                Readout.number(recipe.alpha()),
                Readout.number(recipe.power()),
                attained(recipe.attainedAlpha()),
                attained(recipe.attainedPower()),
                rule(recipe));
    }

    private static String whole(double share) {
        return Readout.number(share);
    }

    private static String attained(OptionalDouble share) {
        return share.isPresent() ? Readout.fixed(share.getAsDouble(), 3) : Readout.NONE;
    }

    private static String rule(Recipe recipe) {
        return recipe.oneStage()
                .map(test -> ">=" + test.rejectFrom())
                .or(() -> recipe.twoStages()
                        .map(design -> ">" + design.r1() + "/" + design.n1() + " >" + design.r() + "/" + design.n()))
                .orElse("");
    }

    private static String inflations(List<Inflation> inflations) {
        return String.join(" or ", inflations.stream().map(RecipeTable::inflation).distinct().toList());
    }

    /** {@code 10 % more, rounded up}: what a protocol would say. */
    static String inflation(Inflation inflation) {
        String way = inflation.way() == Inflation.Way.DIVIDED ? "n / " + (100 - inflation.dropout()) + " %" : "n x " + (100 + inflation.dropout()) + " %";
        return way + (inflation.up() ? " rounded up" : " rounded");
    }
}
