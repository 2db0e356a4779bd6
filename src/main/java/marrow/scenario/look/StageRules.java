package marrow.scenario.look;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Hypothesis;
import marrow.check.Tally;
import marrow.look.Rule;
import marrow.look.StagesRule;
import marrow.scenario.look.LookDecoder.Method;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.stats.exact.FlemingDesign;
import marrow.stats.exact.MultiStageDesign;
import marrow.stats.exact.SimonDesign;
import marrow.stats.law.ExactLevel;

/** The rules of single-arm designs in stages. */
final class StageRules {
    private StageRules() {}

    static void addTo(Map<String, Method> methods) {
        methods.put("simon", new Method(List.of("analysis", "r1", "n1", "r", "n"), StageRules::simon));
        methods.put("fleming", new Method(List.of("analysis", "stages"), StageRules::fleming));
        methods.put("stages", new Method(List.of("analysis", "patients", "accept", "reject"), StageRules::stages));
    }

    private static Optional<Rule> simon(String name, LookDecoder decoder, Fields fields) {
        int[] numbers = List.of("r1", "n1", "r", "n").stream()
                .mapToInt(key -> fields.required(key)
                        .flatMap(node -> decoder.values().whole(node, 0))
                        .orElse(-1))
                .toArray();
        if (List.of(numbers[0], numbers[1], numbers[2], numbers[3]).contains(-1)) {
            return Optional.empty();
        }
        return decoder.problems()
                .attempt(fields.at(), () -> new SimonDesign(numbers[0], numbers[1], numbers[2], numbers[3]).stages())
                .flatMap(design -> of(name, "Simon", design, decoder, fields));
    }

    private static Optional<Rule> fleming(String name, LookDecoder decoder, Fields fields) {
        int[] sizes = counts(fields, "stages", 1, decoder);
        return decoder.analysis(fields)
                .flatMap(analysis -> decoder.problems()
                        .attempt(
                                fields.at(),
                                () -> FlemingDesign.of(
                                        analysis.hypothesis().nullValue(),
                                        analysis.hypothesis().alpha(),
                                        sizes)))
                .flatMap(design -> of(name, "Fleming", design, decoder, fields));
    }

    private static Optional<Rule> stages(String name, LookDecoder decoder, Fields fields) {
        int[] patients = counts(fields, "patients", 1, decoder);
        int[] accept = counts(fields, "accept", -1, decoder);
        int[] reject = counts(fields, "reject", 0, decoder);
        return decoder.problems()
                .attempt(fields.at(), () -> MultiStageDesign.of(patients, accept, reject))
                .flatMap(design -> of(name, "stages", design, decoder, fields));
    }

    private static int[] counts(Fields fields, String key, int least, LookDecoder decoder) {
        return fields.required(key).map(Fields::items).orElse(List.of()).stream()
                .flatMap(node -> decoder.values().whole(node, least).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Optional<Rule> of(
            String name, String method, MultiStageDesign design, LookDecoder decoder, Fields fields) {
        Optional<Analysis> analysis = decoder.analysis(fields);
        int needed = design.patients(design.stages());
        return analysis.flatMap(of -> decoder.problems()
                        .attempt(
                                fields.at(),
                                () -> new StagesRule(
                                        name, method, of, design, decoder.lag(fields), decoder.pauses(fields))))
                .filter(rule -> isEnrolled(needed, rule.arm(), decoder, fields))
                .map(rule -> warnedOfItsLevel(rule, decoder, fields))
                .map(Rule.class::cast);
    }

    /** What limits attain is a matter of counting; those of another null, or with a slip in them, may reject in every second trial. */
    private static StagesRule warnedOfItsLevel(StagesRule rule, LookDecoder decoder, Fields fields) {
        Hypothesis test = rule.analysis().hypothesis();
        double attained = rule.design().rejects(test.nullValue());
        if (decoder.isOn(fields) && !ExactLevel.keeps(attained, test.alpha())) {
            decoder.problems()
                    .warning(
                            fields.at(),
                            "with a share of " + percent(test.nullValue()) + ", the null of "
                                    + rule.analysis().name() + ", these stages reject in " + percent(attained)
                                    + " of the trials, enumerated: its level is " + percent(test.alpha()));
        }
        return rule;
    }

    private static String percent(double share) {
        return Figures.of(Math.round(1e5 * share) / 1e3) + " %";
    }

    private static boolean isEnrolled(int needed, int arm, LookDecoder decoder, Fields fields) {
        boolean enough = !(decoder.arms().enrols(arm) < needed);
        if (!enough) {
            decoder.problems()
                    .error(
                            fields.at(),
                            "the design judges " + Tally.of(needed, "patient") + ", and "
                                    + decoder.arms().told(arm));
        }
        return enough;
    }
}
