package marrow.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import marrow.analysis.Analysis;
import marrow.design.Reach;
import marrow.design.Rehearsal;
import marrow.design.Study;
import marrow.dist.Hazard;
import marrow.journey.Course;
import marrow.journey.EndlessJourneyException;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.Outcome;
import marrow.look.NoDose;
import marrow.look.Rule;
import marrow.scenario.Node.Mapping;
import marrow.trial.Allocation;
import marrow.trial.Arm;
import marrow.trial.Endpoint;
import marrow.trial.FollowUp;
import marrow.trial.Plan;
import marrow.trial.Quantity;
import marrow.trial.Recruitment;

/** Makes the trial of a scenario out of its parts. A scenario without {@code trial} has none. */
final class TrialDecoder {
    static final List<String> KEYS =
            List.of("arms", "trial", "endpoints", "analyses", "looks", "truths", SweepDecoder.KEY);
    private static final String ONLY_ARM = "all";

    private final Fields scenario;
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

    TrialDecoder(Fields scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
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
        refuseUnknownAccounts(accounts);
        warnOfCostWithoutPrices(journey, courses);
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
                .map(this::warned)
                .map(study -> new Trial(study, truths, run.replicates(), run.cohort(), run.precision()))
                .filter(this::tellsItsPrecision)
                .filter(made -> !problems.hasErrors());
    }

    private Study warned(Study study) {
        new OpenWindows(study, this::written, problems).warn();
        new EarlyWindows(study, name -> written("endpoints", name), problems).warn();
        study.plan().arms().forEach(arm -> DeathMark.warnOfLoss(arm, whereLost(arm), problems));
        try {
            warnOfFirstTrials(study);
        } catch (EndlessJourneyException caught) {
            return study; // a run tells who is caught, and where to see it
        }
        return study;
    }

    /** What is seen only in trials that take place. */
    private void warnOfFirstTrials(Study study) {
        Reach reach = new Reach(study.plan());
        FollowedLandmarks followed = new FollowedLandmarks(study, reach, problems);
        Mapping writtenEndpoints = (Mapping) scenario.optional("endpoints").orElseThrow();
        followed.warnOfEndpoints(writtenEndpoints);
        scenario.optional("analyses").ifPresent(written -> followed.warnOfAnalyses((Mapping) written));
        EndOfFollowUp end = new EndOfFollowUp(study, reach, problems);
        end.warnOfHorizon(at("run", "horizon"));
        end.warnOfEvents(at("trial", "follow-up", "events"));
        DeathMark.warnOfEndpoints(study, writtenEndpoints, problems);
        new IdleLooks(study, name -> written("looks", name), problems).warn();
    }

    /** Where the loss of an arm is written: its own, or the trial's. */
    private Position whereLost(Arm arm) {
        return node("arms", arm.name(), "lost").map(Node::at).orElseGet(() -> at("trial", "lost"));
    }

    private Position at(String section, String... keys) {
        return node(section, keys).map(Node::at).orElse(scenario.at());
    }

    /** What stands in a section under these keys, one in the other. */
    private Optional<Node> node(String section, String... keys) {
        Optional<Node> node = scenario.optional(section);
        for (String key : keys) {
            node = node.filter(Mapping.class::isInstance).flatMap(one -> ((Mapping) one).get(key));
        }
        return node;
    }

    private boolean tellsItsPrecision(Trial made) {
        Optional<String> refusal = made.precision().isNone()
                ? Optional.empty()
                : ToldMetrics.of(made.study(), made.truths()).refusal(made.precision());
        refusal.ifPresent(what -> problems.error(at("run", "precision"), what));
        return refusal.isEmpty();
    }

    /** With the phase I that opens it, if a look is one. */
    private Optional<Plan> opened(Plan plan) {
        for (Rule rule : rules) {
            if (rule instanceof NoDose ends) {
                return problems.attempt(written("looks", rule.name()), () -> plan.opening(ends.runIn()));
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
        if (problems.attempt(at("trial", "allocation"), rehearsal::allocation).isEmpty()) {
            return false;
        }
        study.endpoints()
                .forEach(endpoint ->
                        problems.attempt(written("endpoints", endpoint.name()), () -> rehearsal.endpoint(endpoint)));
        if (problems.errors() == before) {
            study.analyses()
                    .forEach(analysis ->
                            problems.attempt(written("analyses", analysis.name()), () -> rehearsal.analysis(analysis)));
            study.rules().forEach(rule -> problems.attempt(written("looks", rule.name()), () -> rehearsal.rule(rule)));
        }
        return problems.errors() == before;
    }

    /** Where something was written. */
    private Position written(String section, String name) {
        return scenario.optional(section)
                .flatMap(node -> ((Mapping) node).entry(name))
                .map(entry -> entry.key().at())
                .orElse(scenario.at());
    }

    /** Courses count what they cost, which without prices is nothing. */
    private void warnOfCostWithoutPrices(Journey journey, List<Course> courses) {
        for (Endpoint endpoint : endpoints.values()) {
            if (endpoint instanceof Quantity quantity && quantity.kind() == Quantity.Kind.AMOUNT) {
                List<Course> counted = courses.stream()
                        .filter(course -> quantity.of().equals(CourseNames.COST)
                                || quantity.of().equals(CourseNames.line(course.name(), CourseNames.COST)))
                        .toList();
                boolean priced = counted.stream()
                        .map(Course::prices)
                        .anyMatch(prices -> prices.vial() > 0 || prices.hospitalDay() > 0);
                if (!counted.isEmpty() && !priced && !isUsed(quantity.of(), journey)) {
                    problems.warning(
                            written("endpoints", quantity.name()),
                            "'" + quantity.of() + "' is 0 for everybody: no course that it counts has 'prices'");
                }
            }
        }
    }

    /** Whether a clock enters something under an account. */
    private static boolean isUsed(String account, Journey journey) {
        return journey.clocks().stream()
                .flatMap(clock -> Stream.concat(
                        Stream.of(clock.effect()),
                        clock.cases().stream()
                                .flatMap(one -> one.outcomes().stream())
                                .map(Outcome::effect)))
                .flatMap(effect -> effect.uses().stream())
                .anyMatch(use -> use.account().equals(account));
    }

    private void refuseUnknownAccounts(List<String> accounts) {
        for (Endpoint endpoint : endpoints.values()) {
            if (endpoint instanceof Quantity quantity
                    && quantity.kind() == Quantity.Kind.AMOUNT
                    && !accounts.contains(quantity.of())) {
                problems.error(
                        at("endpoints", quantity.name(), "amount"),
                        "nothing is entered under '" + quantity.of() + "': there are " + Names.all(accounts),
                        Nearest.to(quantity.of(), accounts));
            }
        }
    }
}
