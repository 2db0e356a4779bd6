package marrow.stats.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import marrow.check.Require;
import marrow.stats.exact.ExactSingleStage;
import marrow.stats.exact.SimonDesign;

/** The search for all recipes that end at a number of patients. */
public final class Recipes {
    public static final List<Double> USUAL_ALPHAS = List.of(0.025, 0.05, 0.1);
    public static final List<Double> USUAL_POWERS = List.of(0.8, 0.85, 0.9);

    /** Beyond it the search for Simon's designs takes minutes. */
    public static final int MOST_PATIENTS = 150;

    private final int patients;

    private Recipes(int patients) {
        this.patients = patients;
    }

    /**
     * All recipes that end at so many patients: by method, and in each by p0, p1, alpha and power.
     *
     * @param alphas levels that may have been asked for, the usual ones or others
     * @param powers powers that may have been asked for
     */
    public static List<Recipe> of(int patients, List<Double> alphas, List<Double> powers) {
        Recipes recipes = new Recipes(Require.between(patients, 1, MOST_PATIENTS, "patients"));
        List<Function<Question, Stream<Recipe>>> methods = new ArrayList<>();
        methods.add(recipes::exact);
        OneStageMethods.all()
                .forEach((method, formula) -> methods.add(question ->
                        Stream.of(recipes.approximate(method, question, (int) Math.ceil(formula.patients(question))))));
        methods.add(recipes::twoStages);
        List<Question> grid = Question.grid(alphas, powers);
        return methods.stream()
                .flatMap(method -> grid.parallelStream()
                        .flatMap(method)
                        .filter(recipe -> recipe.evaluable() == patients
                                || !recipe.inflations().isEmpty())
                        .toList()
                        .stream())
                .toList();
    }

    private Stream<Recipe> exact(Question question) {
        double p0 = question.p0();
        double p1 = question.p1();
        ExactSingleStage first = ExactSingleStage.first(p0, p1, question.alpha(), question.power());
        ExactSingleStage sustained = ExactSingleStage.sustained(p0, p1, question.alpha(), question.power());
        return first.equals(sustained)
                ? Stream.of(oneStage("exact binomial, first and for good", question, first))
                : Stream.of(
                        oneStage("exact binomial, first", question, first),
                        oneStage("exact binomial, for good", question, sustained));
    }

    private Stream<Recipe> twoStages(Question question) {
        return TwoStageMethods.upTo(patients, question).entrySet().stream()
                .map(one -> twoStages(one.getValue(), question, one.getKey()));
    }

    private Recipe oneStage(String method, Question question, ExactSingleStage test) {
        return recipe(method, question, test.n(), Optional.of(test), Optional.empty());
    }

    private Recipe approximate(String method, Question question, int evaluable) {
        return recipe(method, question, evaluable, Optional.empty(), Optional.empty());
    }

    private Recipe twoStages(String method, Question question, SimonDesign design) {
        return recipe(method, question, design.n(), Optional.empty(), Optional.of(design));
    }

    private Recipe recipe(
            String method,
            Question question,
            int evaluable,
            Optional<ExactSingleStage> oneStage,
            Optional<SimonDesign> twoStages) {
        List<Inflation> inflations = evaluable >= patients
                ? List.of()
                : Inflation.USUAL.stream()
                        .filter(inflation -> inflation.of(evaluable) == patients)
                        .toList();
        return new Recipe(
                method,
                question.p0(),
                question.p1(),
                question.alpha(),
                question.power(),
                evaluable,
                inflations,
                oneStage,
                twoStages);
    }
}
