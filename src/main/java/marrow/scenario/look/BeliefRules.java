package marrow.scenario.look;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.LandmarkSurvival;
import marrow.check.Tally;
import marrow.look.Followed;
import marrow.look.GoNoGo;
import marrow.look.HazardBeliefRule;
import marrow.look.Rule;
import marrow.look.Schedule;
import marrow.look.ShareBeliefRule;
import marrow.look.Trigger;
import marrow.scenario.look.LookDecoder.Method;
import marrow.scenario.text.Fields;
import marrow.stats.law.BetaLaw;

/** The rules that decide by what is believed: of a share, or of survival at a constant hazard. */
final class BeliefRules {
    private BeliefRules() {}

    static void addTo(Map<String, Method> methods) {
        methods.put(
                "posterior",
                new Method(
                        List.of("analysis", "when", "prior", "go", "no-go", "target", "end"),
                        (name, decoder, fields) -> rule(name, decoder, fields, false)));
        methods.put(
                "predictive",
                new Method(
                        List.of("analysis", "when", "prior", "go", "no-go", "final", "end"),
                        (name, decoder, fields) -> rule(name, decoder, fields, true)));
    }

    private static Optional<Rule> rule(String name, LookDecoder decoder, Fields fields, boolean predictive) {
        Optional<Analysis> analysis = decoder.analysis(fields);
        Optional<Schedule> schedule = decoder.schedule(fields);
        if (analysis.isEmpty() || schedule.isEmpty()) {
            return Optional.empty();
        }
        int before = decoder.problems().errors();
        double go = chance(fields, "go", decoder, GoNoGo.NEVER_GO);
        double noGo = chance(fields, "no-go", decoder, GoNoGo.NEVER_NO_GO);
        double usualEnd = !predictive && go <= 1
                ? go
                : analysis.get() instanceof LandmarkSurvival
                        ? 1 - analysis.get().hypothesis().alpha()
                        : GoNoGo.BY_THE_TEST;
        double end = chance(fields, "end", decoder, usualEnd);
        double target =
                chance(fields, "target", decoder, analysis.get().hypothesis().nullValue());
        int last = predictive
                ? fields.required("final")
                        .flatMap(node -> decoder.values().whole(node, 1))
                        .orElse(0)
                : 0;
        if (decoder.isOn(fields) && last > decoder.patients().orElse(last)) {
            decoder.problems()
                    .error(
                            fields.optional("final").orElseThrow().at(),
                            "the trial enrols " + Tally.of(decoder.patients().get(), "patient") + ", not " + last);
        }
        if (predictive && decoder.arms().names().size() == 1 && last > 0) {
            refuseLookBeyondTheEnd(schedule.get(), last, analysis.get(), decoder, fields);
        }
        if (!fields.has("go") && !fields.has("no-go")) {
            decoder.problems().error(fields.at(), "looks that decide need 'go', 'no-go' or both");
        }
        if (decoder.problems().errors() > before) {
            return Optional.empty();
        }
        return decoder.problems()
                .attempt(fields.at(), () -> new GoNoGo(go, noGo, end))
                .flatMap(limits -> analysis.get() instanceof LandmarkSurvival survival
                        ? hazard(name, survival, schedule.get(), limits, target, last, decoder, fields)
                        : share(name, analysis.get(), schedule.get(), limits, target, last, decoder, fields));
    }

    /** In a trial of one arm, where the look counts what the end counts: with more than that there is nothing to predict. */
    private static void refuseLookBeyondTheEnd(
            Schedule schedule, int last, Analysis analysis, LookDecoder decoder, Fields fields) {
        boolean ofEvents = analysis instanceof LandmarkSurvival;
        for (Trigger look : schedule.looks()) {
            int seen = 0;
            if (!ofEvents && look instanceof Followed followed) {
                seen = followed.patients();
            } else if (ofEvents
                    && look instanceof Trigger.Events events
                    && events.of().equals(analysis.endpoint())) {
                seen = events.events();
            }
            if (seen > last) {
                decoder.problems()
                        .error(
                                fields.optional("final").orElseThrow().at(),
                                "with " + Tally.of(last, ofEvents ? "event" : "answer")
                                        + " at the end nothing is left to predict at a look at " + seen);
                return;
            }
        }
    }

    private static double chance(Fields fields, String key, LookDecoder decoder, double usual) {
        return fields.optional(key).map(decoder.values()::probability).orElse(usual);
    }

    /** {@code prior: {yes: 1, no: 1}}. */
    private static Optional<Rule> share(
            String name,
            Analysis analysis,
            Schedule schedule,
            GoNoGo limits,
            double target,
            int last,
            LookDecoder decoder,
            Fields fields) {
        double yes = 1;
        double no = 1;
        if (fields.has("prior")) {
            Optional<Fields> prior = fields.optional("prior")
                    .flatMap(node -> Fields.of(node, "a prior of a share", List.of("yes", "no"), decoder.problems()));
            yes = number(prior, "yes", decoder);
            no = number(prior, "no", decoder);
        }
        double a = yes;
        double b = no;
        return Double.isNaN(a) || Double.isNaN(b)
                ? Optional.empty()
                : decoder.problems()
                        .attempt(
                                fields.at(),
                                () -> new ShareBeliefRule(
                                        name, analysis, schedule, BetaLaw.of(a, b), limits, target, last));
    }

    private static double number(Optional<Fields> prior, String key, LookDecoder decoder) {
        return prior.flatMap(one -> one.required(key))
                .map(decoder.values()::number)
                .orElse(Double.NaN);
    }

    /** {@code prior: {events: 1, in: 2 y}}; one event in the mean time under the null where nothing is said. */
    private static Optional<Rule> hazard(
            String name,
            LandmarkSurvival survival,
            Schedule schedule,
            GoNoGo limits,
            double target,
            int last,
            LookDecoder decoder,
            Fields fields) {
        double events = 1;
        double days = -survival.day() / StrictMath.log(survival.hypothesis().nullValue());
        if (fields.has("prior")) {
            Optional<Fields> prior = fields.optional("prior")
                    .flatMap(node -> Fields.of(node, "a prior of a rate", List.of("events", "in"), decoder.problems()));
            events = number(prior, "events", decoder);
            days = prior.flatMap(one -> one.required("in"))
                    .map(decoder.values()::days)
                    .orElse(Double.NaN);
        }
        double a = events;
        double b = days;
        return Double.isNaN(a) || Double.isNaN(b)
                ? Optional.empty()
                : decoder.problems()
                        .attempt(
                                fields.at(),
                                () -> new HazardBeliefRule(name, survival, schedule, a, b, limits, target, last));
    }
}
