package marrow.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.analysis.Analysis;
import marrow.design.Rehearsal;
import marrow.design.Study;
import marrow.dist.Hazard;
import marrow.journey.Course;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.look.NoDose;
import marrow.look.Rule;
import marrow.scenario.journey.JourneyDecoder;
import marrow.scenario.look.LevelDecoder;
import marrow.scenario.look.LookDecoder;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Places;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.AmountCheck;
import marrow.scenario.trial.AnalysisDecoder;
import marrow.scenario.trial.ArmDecoder;
import marrow.scenario.trial.ArmSizes;
import marrow.scenario.trial.ArmTracks;
import marrow.scenario.trial.EndpointDecoder;
import marrow.scenario.trial.GroupingDecoder;
import marrow.scenario.trial.Horizon;
import marrow.scenario.trial.PlanDecoder;
import marrow.scenario.trial.ToldMetrics;
import marrow.scenario.trial.Trial;
import marrow.scenario.trial.Truth;
import marrow.scenario.trial.TruthDecoder;
import marrow.scenario.value.Parameters;
import marrow.scenario.value.Values;
import marrow.scenario.warning.StudyWarnings;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.endpoint.Endpoint;

/** Makes the trial of a scenario out of its parts. A scenario without {@code trial} has none. */
final class TrialDecoder {
    static final List<String> KEYS =
            List.of("arms", "trial", "endpoints", "analyses", "looks", "truths", SweepDecoder.KEY);
    private static final String ONLY_ARM = "all";

    private final Fields scenario;
    private final boolean doubts;
    private final Places places;
    private final Problems problems;
    private List<ArmDecoder.Written> arms = List.of();
    private Map<String, Endpoint> endpoints = Map.of();
    private EndpointDecoder endpointDecoder;
    private Map<String, Analysis> analyses = Map.of();
    private List<Rule> rules = List.of();
    private List<Truth> truths = List.of();
    private Optional<Integer> patients = Optional.empty();
    private Optional<Recruitment> recruitment = Optional.empty();
    private Optional<Allocation> allocation = Optional.empty();
    private Optional<FollowUp> followUp = Optional.empty();

    /** @param doubts whether the study is put to {@link StudyWarnings} */
    TrialDecoder(Fields scenario, boolean doubts, Problems problems) {
        this.scenario = scenario;
        this.doubts = doubts;
        this.problems = problems;
        places = new Places(scenario);
    }

    /** Reads all parts, once the names of the journey are known. What was refused is reported. */
    void read(JourneyDecoder journey, Parameters parameters, double horizonDays) {
        if (!scenario.has("trial")) {
            KEYS.stream()
                    .flatMap(key -> scenario.entry(key).stream())
                    .forEach(entry -> problems.error(
                            entry.key().at(), "'" + entry.name() + "' belongs to a trial: the scenario needs 'trial'"));
            return;
        }
        Values values = new Values(parameters, problems);
        Vocabulary vocabulary = journey.vocabulary();
        Optional<Fields> trial =
                scenario.required("trial").flatMap(node -> Fields.of(node, "the trial", PlanDecoder.KEYS, problems));
        Set<String> moved = journey.effects().moved();
        ArmDecoder armDecoder = new ArmDecoder(journey.effects(), journey.facts(), values, vocabulary, problems);
        Hazard loss = trial.flatMap(fields -> fields.optional("lost"))
                .flatMap(armDecoder::loss)
                .orElse(null);
        arms = scenario.optional("arms")
                .map(node -> armDecoder.decode(node, loss))
                .orElse(List.of(new ArmDecoder.Written(ONLY_ARM, Map.of(), 1, loss, null)));
        if (arms.isEmpty()) {
            journey.effects().refused();
            return; // all that speaks of arms would be refused with them
        }
        Horizon horizon = new Horizon(horizonDays, values, problems);
        endpointDecoder = new EndpointDecoder(values, vocabulary, horizon, problems);
        int before = problems.errors();
        endpoints = scenario.required("endpoints").map(endpointDecoder::decode).orElse(Map.of());
        if (endpoints.isEmpty() && scenario.has("endpoints")) {
            return;
        }
        List<String> names = arms.stream().map(ArmDecoder.Written::name).toList();
        ArmTracks armTracks = new ArmTracks(arms);
        GroupingDecoder grouping = new GroupingDecoder(endpoints, names, armTracks, vocabulary, moved, problems);
        AnalysisDecoder analysisDecoder =
                new AnalysisDecoder(endpoints, names, endpointDecoder, grouping, values, problems);
        analyses = scenario.optional("analyses").map(analysisDecoder::decode).orElse(Map.of());
        boolean unreadable = analyses.isEmpty() && problems.errors() > before;
        TruthDecoder truthDecoder = new TruthDecoder(
                endpoints,
                endpointDecoder,
                names,
                analyses,
                journey.hazardClocks(),
                journey.refusedClocks(),
                parameters,
                problems);
        truths = scenario.optional("truths").map(truthDecoder::decode).orElse(List.of(Truth.EXPECTED));
        PlanDecoder plan = new PlanDecoder(values, vocabulary, horizon, problems);
        patients = trial.flatMap(plan::patients);
        recruitment = trial.flatMap(plan::recruitment);
        allocation = trial.flatMap(fields -> plan.allocation(fields, armTracks));
        followUp = trial.flatMap(fields -> plan.followUp(fields, endpoints, patients));
        LevelDecoder levels = new LevelDecoder(journey.effects(), vocabulary, problems);
        LookDecoder looks = new LookDecoder(
                endpoints, new ArmSizes(arms, patients), analyses, followUp, levels, horizon, values, problems);
        rules = scenario.optional("looks")
                .filter(node -> !unreadable) // looks that name an analysis would be refused with it
                .map(looks::decode)
                .orElse(List.of());
    }

    /** The facts in place of the scenario's that an arm has, by the arm's name. */
    Map<String, Mapping> populations() {
        Map<String, Mapping> populations = new LinkedHashMap<>();
        arms.stream()
                .filter(arm -> arm.population() != null)
                .forEach(arm -> populations.put(arm.name(), arm.population()));
        return populations;
    }

    /** How the patients of the first arm come in: those whom explain and trace show. */
    Entry firstEntry(Entry entry) {
        return arms.isEmpty() ? entry : arms.get(0).entry(entry);
    }

    /**
     * The trial; nothing where there is none, or where something was refused.
     *
     * @param journey of all arms but those that {@code others} names
     */
    Optional<Trial> trial(
            Journey journey,
            Map<String, Journey> others,
            Entry entry,
            Run run,
            List<String> accounts,
            List<Course> courses) {
        if (!scenario.has("trial") || problems.hasErrors()) {
            return Optional.empty();
        }
        AmountCheck amounts = new AmountCheck(endpoints.values(), places, problems);
        amounts.refuseUnknownAccounts(accounts);
        amounts.warnOfCostWithoutPrices(journey, courses);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        List<Arm> all = arms.stream()
                .map(arm -> new Arm(
                        arm.name(),
                        others.getOrDefault(arm.name(), journey),
                        arm.entry(entry),
                        arm.share(),
                        arm.loss()))
                .toList();
        return problems.attempt(
                        scenario.at(),
                        () -> new Plan(
                                patients.orElseThrow(),
                                recruitment.orElseThrow(),
                                allocation.orElseThrow(),
                                all,
                                followUp.orElseThrow(),
                                run.horizonDays(),
                                run.seed()))
                .flatMap(this::opened)
                .map(plan -> new Study(
                        plan,
                        List.copyOf(endpoints.values()),
                        endpointDecoder.landmarks(),
                        List.copyOf(analyses.values()),
                        rules))
                .filter(this::canBeRun)
                .map(this::doubted)
                .map(study -> new Trial(study, truths, run.replicates(), run.cohort(), run.precision()))
                .filter(this::tellsItsPrecision)
                .filter(made -> !problems.hasErrors());
    }

    private Study doubted(Study study) {
        if (doubts) {
            StudyWarnings.of(study, places, problems);
        }
        return study;
    }

    private boolean tellsItsPrecision(Trial made) {
        Optional<String> refusal = made.precision().isNone()
                ? Optional.empty()
                : ToldMetrics.of(made.study(), made.truths()).refusal(made.precision());
        refusal.ifPresent(what -> problems.error(places.at("run", "precision"), what));
        return refusal.isEmpty();
    }

    /** With the phase I that opens it, if a look is one. */
    private Optional<Plan> opened(Plan plan) {
        for (Rule rule : rules) {
            if (rule instanceof NoDose ends) {
                return problems.attempt(places.named("looks", rule.name()), () -> plan.opening(ends.runIn()));
            }
        }
        return Optional.of(plan);
    }

    /** Makes everything ready as a run would: what cannot be made is refused where it is written. */
    private boolean canBeRun(Study study) {
        int before = problems.errors();
        Rehearsal rehearsal = new Rehearsal(study.plan());
        if (rehearsal.goesWell(study)) {
            return true;
        }
        if (problems.attempt(places.at("trial", "allocation"), rehearsal::allocation)
                .isEmpty()) {
            return false;
        }
        study.endpoints()
                .forEach(endpoint -> problems.attempt(
                        places.named("endpoints", endpoint.name()), () -> rehearsal.endpoint(endpoint)));
        if (problems.errors() == before) {
            study.analyses()
                    .forEach(analysis -> problems.attempt(
                            places.named("analyses", analysis.name()), () -> rehearsal.analysis(analysis)));
            study.rules()
                    .forEach(rule -> problems.attempt(places.named("looks", rule.name()), () -> rehearsal.rule(rule)));
        }
        return problems.errors() == before;
    }
}
