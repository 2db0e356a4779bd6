package marrow.report.size;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import marrow.design.size.AccrualForecast;
import marrow.design.size.PowerAt;
import marrow.design.size.ShareTest;
import marrow.design.size.SizeSearch;
import marrow.montecarlo.Estimate;
import marrow.report.form.JsonWriter;
import marrow.report.run.SummaryJson;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.recipe.Inflation;
import marrow.stats.recipe.Recipe;

/** The answers of `marrow size` as JSON; docs/results.md says what stands where. */
public final class SizeJson {
    private SizeJson() {}

    public static String of(SizeAnswer answer) {
        Map<String, Object> json = question(answer.question());
        json.put("power_wanted", answer.power());
        json.put("patients", answer.patients());
        answer.exact().ifPresent(exact -> {
            json.put("method", "exact");
            json.put("patients_for_good", exact.forGood().n());
            List<Object> sizes = new ArrayList<>();
            for (int i = 0; i < exact.teeth().size(); i++) {
                Map<String, Object> size = stage(exact.test(), exact.teeth().get(i));
                size.put("power", exact.teeth().get(i).power());
                size.put("trials", trials(exact.trials().get(i)));
                sizes.add(size);
            }
            json.put("sizes", sizes);
        });
        answer.search().ifPresent(search -> simulated(search, answer, json));
        json.put("accrual", accrual(answer.question().accrual()));
        return JsonWriter.write(json);
    }

    private static void simulated(SizeSearch search, SizeAnswer answer, Map<String, Object> json) {
        json.put("method", "simulation");
        json.put("patients_for_good", search.forGood());
        json.put("patients_least", search.least());
        json.put("patients_most", search.most());
        json.put(
                "patients_by_formula",
                answer.textbook().isPresent() ? answer.textbook().getAsInt() : null);
        json.put(
                "sizes",
                search.window().stream()
                        .map(at -> {
                            Map<String, Object> size = new LinkedHashMap<>();
                            size.put("n", at.patients());
                            size.put("trials", trials(at));
                            return size;
                        })
                        .toList());
    }

    public static String of(PowerAnswer answer) {
        Map<String, Object> json = question(answer.question());
        json.put("patients", answer.patients());
        answer.exact().ifPresent(exact -> json.put("test", stage(exact.test(), exact.stage())));
        json.put(
                "detects",
                answer.detects().stream()
                        .map(one -> {
                            Map<String, Object> detected = new LinkedHashMap<>();
                            detected.put("power", one.power());
                            detected.put("formula", number(one.formula()));
                            detected.put("trials", number(one.trials()));
                            return detected;
                        })
                        .toList());
        json.put("rows", answer.rows().stream().map(SizeJson::row).toList());
        json.put("accrual", accrual(answer.question().accrual()));
        return JsonWriter.write(json);
    }

    public static String of(RecipeAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", answer.scenario().name());
        json.put("patients", answer.patients());
        json.put("designs", answer.recipes().stream().map(SizeJson::recipe).toList());
        json.put("accrual", accrual(answer.accrual()));
        return JsonWriter.write(json);
    }

    private static Map<String, Object> question(SizeQuestion question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", question.scenario().name());
        json.put("title", question.scenario().title());
        json.put("seed", question.seed());
        json.put("analysis", question.analysis().name());
        json.put("alpha", question.alpha());
        json.put("truth", question.truth().name());
        json.put("replicates", question.replicates());
        json.put("without_looks", SizeText.looks(question.scenario()));
        question.effect().ifPresent(effect -> {
            json.put("effect", EffectText.name(effect));
            json.put("log", effect.isLogRatio());
            json.put("null", effect.nullValue());
            json.put("value", estimate(question.value()));
        });
        json.put("formula", question.textbook().map(formula -> formula.name()).orElse(null));
        return json;
    }

    private static Map<String, Object> stage(ShareTest test, ExactSingleStage stage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", stage.n());
        json.put(test.turned() ? "reject_up_to" : "reject_from", test.limit(stage));
        json.put("attained_alpha", stage.typeOneError());
        return json;
    }

    private static Map<String, Object> row(PowerAnswer.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truth", row.name().isEmpty() ? null : row.name());
        json.put("value", row.value().value());
        json.put("value_mcse", row.value().mcse());
        json.put("formula", row.formula());
        json.put("trials", row.trials().map(SizeJson::trials).orElse(null));
        return json;
    }

    private static Map<String, Object> trials(PowerAt at) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("enrolled", at.patients());
        json.put("power", estimate(at.power()));
        json.put("analysed", at.analysed());
        json.put("events", at.events());
        return json;
    }

    private static Map<String, Object> recipe(Recipe recipe) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", recipe.method());
        json.put("p0", recipe.p0());
        json.put("p1", recipe.p1());
        json.put("alpha", recipe.alpha());
        json.put("power", recipe.power());
        json.put("evaluable", recipe.evaluable());
        json.put(
                "inflations",
                recipe.inflations().stream().map(SizeJson::inflation).toList());
        recipe.oneStage().ifPresent(test -> json.put("reject_from", test.rejectFrom()));
        recipe.twoStages().ifPresent(design -> {
            json.put("r1", design.r1());
            json.put("n1", design.n1());
            json.put("reject_from", design.r() + 1);
            json.put("expected_n_null", design.expectedPatients(recipe.p0()));
            json.put("p_stop_early_null", design.stopsEarly(recipe.p0()));
        });
        json.put("attained_alpha", number(recipe.attainedAlpha()));
        json.put("attained_power", number(recipe.attainedPower()));
        return json;
    }

    private static String inflation(Inflation inflation) {
        return RecipeTable.factor(inflation) + (inflation.up() ? ", up" : ", nearest");
    }

    private static Map<String, Object> accrual(AccrualForecast accrual) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("patients", accrual.patients());
        json.put("days", estimate(accrual.days()));
        json.put(
                "complete_by_month",
                accrual.byMonth().stream()
                        .map(one -> {
                            Map<String, Object> month = new LinkedHashMap<>();
                            month.put("month", one.month());
                            month.put("chance", estimate(one.full()));
                            return month;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        return SummaryJson.estimate(estimate);
    }

    private static Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
