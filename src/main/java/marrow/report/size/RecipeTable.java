package marrow.report.size;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;
import marrow.report.form.Table;
import marrow.stats.recipe.Inflation;
import marrow.stats.recipe.Recipe;

/**
 * Where a number of patients may come from, as text of at most 80 columns: a line a recipe. Where they are very many, those
 * that make room for dropout are only counted.
 */
public final class RecipeTable {
    private static final int MOST_LINES = 100;

    private RecipeTable() {}

    public static String of(RecipeAnswer answer) {
        StringBuilder text = new StringBuilder();
        text.append(
                Paragraph.of(answer.scenario().name() + ": " + answer.scenario().title(), ""));
        text.append(Paragraph.of(
                Readout.counted(answer.recipes().size(), "design") + " of one arm end at "
                        + Readout.counted(answer.patients(), "patient")
                        + ". They are not ranked: none is known to be the one that was used.",
                ""));
        Map<Integer, List<Recipe>> byEvaluable = answer.recipes().stream()
                .collect(Collectors.groupingBy(Recipe::evaluable, TreeMap::new, Collectors.toList()));
        List<Recipe> plain = byEvaluable.remove(answer.patients());
        if (plain != null) {
            text.append('\n').append(Paragraph.of("All of them evaluable", "")).append(table(plain));
        }
        if (answer.recipes().size() > MOST_LINES) {
            text.append('\n')
                    .append(Paragraph.of(
                            "With room for dropout: " + counts(byEvaluable)
                                    + ". Narrow with --alpha and --power, or see --format json.",
                            ""));
        } else {
            byEvaluable.forEach((evaluable, recipes) -> text.append('\n')
                    .append(Paragraph.of(
                            evaluable + " evaluable, and for dropout "
                                    + inflations(recipes.get(0).inflations()),
                            ""))
                    .append(table(recipes)));
        }
        return text.append('\n')
                .append(SizeText.accrual(answer.accrual(), answer.scenario()))
                .toString();
    }

    private static String counts(Map<Integer, List<Recipe>> byEvaluable) {
        return byEvaluable.entrySet().stream()
                .map(one -> one.getValue().size() + " of " + one.getKey())
                .collect(Collectors.joining(", ", "", " evaluable patients"));
    }

    private static Table table(List<Recipe> recipes) {
        Table table =
                new Table("  ", "lrrrrrrl").row("method", "p0", "p1", "alpha", "power", "type I", "power", "rule");
        for (Recipe recipe : recipes) {
            table.row(
                    shortened(recipe.method()),
                    Readout.number(recipe.p0()),
                    Readout.number(recipe.p1()),
                    Readout.number(recipe.alpha()),
                    Readout.number(recipe.power()),
                    attained(recipe.attainedAlpha()),
                    attained(recipe.attainedPower()),
                    rule(recipe));
        }
        return table;
    }

    private static String shortened(String method) {
        return method.replace("exact binomial", "exact")
                .replace("one-sample ", "")
                .replace("variance", "var")
                .replace(" and ", ", ");
    }

    private static String attained(OptionalDouble share) {
        return share.isPresent() ? Readout.fixed(share.getAsDouble(), 3) : Readout.NONE;
    }

    /** {@code >=25}; of two stages r1/n1 r/n, as Simon writes them. */
    private static String rule(Recipe recipe) {
        return recipe.oneStage()
                .map(test -> ">=" + test.rejectFrom())
                .or(() -> recipe.twoStages()
                        .map(design -> design.r1() + "/" + design.n1() + " " + design.r() + "/" + design.n()))
                .orElse("");
    }

    /** {@code n / 0.9, rounded to the nearest; n x 1.1, rounded either way}. */
    private static String inflations(List<Inflation> inflations) {
        List<String> ways = new ArrayList<>();
        for (Inflation one : inflations) {
            boolean both = inflations.contains(new Inflation(one.dropout(), one.way(), !one.up()));
            String way = factor(one)
                    + (both ? ", rounded either way" : one.up() ? ", rounded up" : ", rounded to the nearest");
            if (!ways.contains(way)) {
                ways.add(way);
            }
        }
        return String.join("; or ", ways);
    }

    /** What is done with n. */
    static String factor(Inflation inflation) {
        return inflation.way() == Inflation.Way.DIVIDED
                ? "n / " + Readout.number((100 - inflation.dropout()) / 100.0)
                : "n x " + Readout.number((100 + inflation.dropout()) / 100.0);
    }
}
