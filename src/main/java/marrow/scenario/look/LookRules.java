package marrow.scenario.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.GrayComparison;
import marrow.analysis.Hypothesis;
import marrow.analysis.LogRankComparison;
import marrow.analysis.MantelByarComparison;
import marrow.analysis.MaxComboComparison;
import marrow.check.Tally;
import marrow.look.GroupSequentialRule;
import marrow.look.Information;
import marrow.look.Rule;
import marrow.look.Schedule;
import marrow.look.Trigger;
import marrow.scenario.look.LookDecoder.Method;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Node;
import marrow.stats.comparison.Weighting;
import marrow.stats.proportion.ExactBinomialTest.Alternative;
import marrow.stats.sequential.FutilityRule;
import marrow.stats.sequential.SpendingFunction;
import marrow.stats.sequential.SpendingPlan;
import marrow.trial.FollowUp;

/** The rules by which the looks of a scenario may decide; here those that test at several looks. */
public final class LookRules {
    private LookRules() {}

    public static Map<String, Method> all() {
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put(
                "group-sequential",
                new Method(
                        List.of("analysis", "when", "information", "planned", "spending", "futility"),
                        LookRules::groupSequential));
        StageRules.addTo(methods);
        BeliefRules.addTo(methods);
        methods.put("watch", WatchRules.watch());
        methods.put("run-in", RunInRules.runIn());
        return methods;
    }

    private static Optional<Rule> groupSequential(String name, LookDecoder decoder, Fields fields) {
        Optional<Analysis> analysis = decoder.analysis(fields);
        Optional<Schedule> schedule = decoder.schedule(fields);
        Optional<Information> written = fields.optional("information").flatMap(node -> information(decoder, node));
        Optional<SpendingFunction> efficacy = fields.has("spending")
                ? fields.optional("spending").flatMap(decoder.spending()::function)
                : Optional.of(SpendingFunction.atTheEnd());
        if (analysis.isEmpty() || schedule.isEmpty()) {
            return Optional.empty();
        }
        Optional<Information> information =
                fields.has("information") ? written : informationOfTheEnd(decoder, fields, analysis.get());
        information.ifPresent(
                planned -> refuseLookBeyondTheEnd(schedule.get(), planned, analysis.get(), decoder, fields));
        if (information.isEmpty() || efficacy.isEmpty()) {
            return Optional.empty();
        }
        if (decoder.isOn(fields)) {
            warnOfTooMuch(decoder, fields, information.get());
        }
        if (!fields.has("spending") && !fields.has("futility") && decoder.isOn(fields)) {
            decoder.problems()
                    .warning(fields.at(), "these looks stop no trial: they have neither 'spending' nor 'futility'");
        }
        if (isWeighted(analysis.get()) && decoder.isOn(fields)) {
            decoder.problems()
                    .warning(
                            fields.optional("information").map(Node::at).orElse(fields.at()),
                            analysis.get().name()
                                    + " weights its events, so that their number, or that of the patients, is not"
                                    + " the information of its test: by such looks it rejects with another chance than its level");
        }
        double[] planned = fields.has("planned")
                ? fields.optional("planned")
                        .flatMap(decoder.spending()::planned)
                        .orElse(null)
                : planned(decoder, schedule.get(), information.get(), analysis.get());
        int looks = schedule.get().looks().size();
        Hypothesis test = analysis.get().hypothesis();
        boolean twoSided = test.alternative() == Alternative.TWO_SIDED;
        double alpha = twoSided ? test.alpha() / 2 : test.alpha();
        boolean binding = isBinding(fields, decoder);
        Optional<FutilityRule> futility = fields.has("futility")
                ? fields.optional("futility").flatMap(node -> decoder.spending()
                        .futility(node, looks, planned, alpha, efficacy.get(), binding))
                : Optional.of(FutilityRule.none());
        return futility.flatMap(rule -> decoder.problems()
                .attempt(
                        fields.at(),
                        () -> new GroupSequentialRule(
                                name,
                                analysis.get(),
                                schedule.get(),
                                information.get(),
                                new SpendingPlan(alpha, twoSided, efficacy.get(), rule, binding))));
    }

    private static boolean isWeighted(Analysis analysis) {
        if (analysis instanceof LogRankComparison test) {
            return test.weighting() != Weighting.LOG_RANK;
        }
        if (analysis instanceof MantelByarComparison test) {
            return test.weighting() != Weighting.LOG_RANK;
        }
        if (analysis instanceof GrayComparison test) {
            return test.rho() > 0;
        }
        return analysis instanceof MaxComboComparison combo
                && combo.weightings().stream().anyMatch(weighting -> weighting != Weighting.LOG_RANK);
    }

    /** Where a look counts what the analysis counts: of some arms, or up to a landmark, it has seen a part of the events for which it came. */
    private static void refuseLookBeyondTheEnd(
            Schedule schedule, Information information, Analysis analysis, LookDecoder decoder, Fields fields) {
        boolean all = analysis.countsAll(decoder.arms().names().size());
        if (all && information.kind() == Information.Kind.EVENTS) {
            for (Trigger look : schedule.looks()) {
                if (look instanceof Trigger.Events events
                        && events.of().equals(analysis.endpoint())
                        && events.events() > information.planned()) {
                    decoder.problems()
                            .error(
                                    fields.optional("information").map(Node::at).orElse(fields.at()),
                                    "with " + Figures.of(information.planned())
                                            + " events planned for the end nothing is left to spend at a look at "
                                            + events.events());
                    return;
                }
            }
        }
    }

    private static boolean isBinding(Fields fields, LookDecoder decoder) {
        return fields.optional("futility")
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> Fields.of(node, "futility", List.copyOf(keysOf(node)), decoder.problems()))
                .map(futility -> futility.flag("binding"))
                .orElse(false);
    }

    private static List<String> keysOf(Node node) {
        return ((Node.Mapping) node).entries().stream().map(Node.Entry::name).toList();
    }

    /** The trial that is planned for more than it can hold never comes to the end of its level, until the last look spends the rest at once. */
    private static void warnOfTooMuch(LookDecoder decoder, Fields fields, Information information) {
        boolean events = information.kind() == Information.Kind.EVENTS;
        boolean counted = events || information.kind() == Information.Kind.PATIENTS;
        double most = decoder.patients().map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
        if (counted && information.planned() > most) {
            decoder.problems()
                    .warning(
                            fields.optional("information").map(Node::at).orElse(fields.at()),
                            Figures.of(information.planned()) + (events ? " events" : " patients")
                                    + " planned for the end do not come of " + Figures.of(most)
                                    + (events ? " patients, each with one" : " patients")
                                    + ": nearly all of the level is left for the last look");
        }
    }

    /** Where the trial ends with so many events of the same endpoint, and all of them count, those. */
    private static Optional<Information> informationOfTheEnd(LookDecoder decoder, Fields fields, Analysis analysis) {
        if (decoder.followUp().isPresent()
                && decoder.followUp().get() instanceof FollowUp.OfEvents events
                && events.of().equals(analysis.endpoint())) {
            if (analysis.countsAll(decoder.arms().names().size())) {
                return Optional.of(new Information(Information.Kind.EVENTS, events.events()));
            }
            decoder.problems()
                    .error(
                            fields.at(),
                            "the trial ends with " + Tally.of(events.events(), "event") + " of "
                                    + events.of().name() + " in all, of which " + analysis.name()
                                    + " counts a part: how many are planned for it: information: {events: 100}");
            return Optional.empty();
        }
        decoder.problems()
                .error(
                        fields.at(),
                        "how much information is planned for the end: information: {events: 140}, {patients: 60}"
                                + " or {standard-error: 0.08}");
        return Optional.empty();
    }

    /** {@code information: {events: 140}}. */
    private static Optional<Information> information(LookDecoder decoder, Node node) {
        Map<String, Information.Kind> kinds = new LinkedHashMap<>();
        kinds.put("events", Information.Kind.EVENTS);
        kinds.put("patients", Information.Kind.PATIENTS);
        kinds.put("standard-error", Information.Kind.STANDARD_ERROR);
        Optional<Fields> read = Fields.of(node, "information", List.copyOf(kinds.keySet()), decoder.problems());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        if (read.get().keys().size() != 1) {
            decoder.problems()
                    .error(node.at(), "information is one of {events: 140}, {patients: 60} or {standard-error: 0.08}");
            return Optional.empty();
        }
        String kind = read.get().keys().iterator().next();
        Node value = read.get().optional(kind).orElseThrow();
        double planned = decoder.values().number(value);
        return Double.isNaN(planned) || !kinds.containsKey(kind)
                ? Optional.empty()
                : decoder.problems().attempt(value.at(), () -> new Information(kinds.get(kind), planned));
    }

    /** The parts of the information at looks with so many events of the analysed endpoint, all of which count, and at the end; else null. */
    private static double[] planned(
            LookDecoder decoder, Schedule schedule, Information information, Analysis analysis) {
        if (!analysis.countsAll(decoder.arms().names().size())) {
            return null;
        }
        List<Trigger> looks = schedule.looks();
        double[] parts = new double[looks.size() + 1];
        for (int k = 0; k < looks.size(); k++) {
            if (!(looks.get(k) instanceof Trigger.Events events
                    && events.of().equals(analysis.endpoint())
                    && information.kind() == Information.Kind.EVENTS
                    && events.events() < information.planned())) {
                return null;
            }
            parts[k] = events.events() / information.planned();
        }
        parts[looks.size()] = 1;
        return parts;
    }
}
