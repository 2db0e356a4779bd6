package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.check.Require;
import marrow.check.Tally;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Values;
import marrow.trial.Allocation;
import marrow.trial.FollowUp;
import marrow.trial.Minimisation;
import marrow.trial.PermutedBlocks;
import marrow.trial.Plan;
import marrow.trial.Recruitment;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.TimeToEvent;

/** Reads {@code trial}: how many patients, how they come, how they are allocated, how long they are followed. */
public final class PlanDecoder {
    public static final List<String> KEYS = List.of("patients", "accrual", "allocation", "lost", "follow-up", "about");
    public static final List<String> ALLOCATION = List.of("blocks", "by", "minimise", "chance");
    public static final List<String> FOLLOW_UP = List.of("last-patient", "until", "events", "of", "latest");

    private final Values values;
    private final Vocabulary vocabulary;
    private final Horizon horizon;
    private final Problems problems;

    public PlanDecoder(Values values, Vocabulary vocabulary, Horizon horizon, Problems problems) {
        this.values = values;
        this.vocabulary = vocabulary;
        this.horizon = horizon;
        this.problems = problems;
    }

    public Optional<Integer> patients(Fields fields) {
        return fields.required("patients").flatMap(node -> values.whole(node, 1)
                .flatMap(
                        n -> problems.attempt(node.at(), () -> Require.between(n, 1, Plan.MOST_PATIENTS, "patients"))));
    }

    public Optional<Recruitment> recruitment(Fields fields) {
        RecruitmentDecoder decoder = new RecruitmentDecoder(values, problems);
        return fields.required("accrual").flatMap(decoder::decode);
    }

    public Optional<Allocation> allocation(Fields fields, ArmTracks tracks) {
        int arms = tracks.arms().size();
        Optional<Node> node = fields.optional("allocation");
        if (node.isEmpty()) {
            if (arms > 1) {
                problems.error(
                        fields.at(),
                        "a trial with " + arms
                                + " arms says how patients are allocated: allocation: {blocks: 2}, {minimise: [...]} or by-chance");
                return Optional.empty();
            }
            return Optional.of(Allocation.SINGLE_ARM);
        }
        if (node.get() instanceof Scalar word) {
            if (word.text().equals("by-chance")) {
                return Optional.of(Allocation.BY_CHANCE);
            }
            problems.error(
                    word.at(),
                    "patients are allocated by-chance, by {blocks: 2} or by {minimise: [...]}, not " + word.named());
            return Optional.empty();
        }
        return Fields.of(node.get(), "allocation", ALLOCATION, problems)
                .flatMap(how -> randomised(how, node.get(), tracks));
    }

    private Optional<Allocation> randomised(Fields how, Node at, ArmTracks arms) {
        if (how.has("blocks") == how.has("minimise")) {
            problems.error(
                    at.at(), "allocation is by 'blocks' or by 'minimise'" + (how.has("blocks") ? ", not both" : ""));
            return Optional.empty();
        }
        refuseIdle(how, how.has("blocks") ? "chance" : "by", how.has("blocks") ? "minimise" : "blocks");
        if (how.has("blocks")) {
            Optional<Integer> times = how.optional("blocks").flatMap(node -> values.whole(node, 1));
            List<String> by = tracks(how, "by", arms);
            return times.flatMap(n -> problems.attempt(at.at(), () -> new PermutedBlocks(n, by)));
        }
        double chance = how.optional("chance").map(values::probability).orElse(0.8);
        List<String> factors = tracks(how, "minimise", arms);
        boolean unclear = factors.isEmpty()
                && !Fields.items(how.optional("minimise").orElseThrow()).isEmpty();
        return Double.isNaN(chance) || unclear
                ? Optional.empty()
                : problems.attempt(at.at(), () -> new Minimisation(factors, chance));
    }

    /** A key that does nothing here, because it goes with another. */
    private void refuseIdle(Fields fields, String key, String with) {
        fields.entry(key)
                .ifPresent(
                        idle -> problems.error(idle.key().at(), "'" + key + "' has no place without '" + with + "'"));
    }

    private List<String> tracks(Fields fields, String key, ArmTracks arms) {
        List<String> tracks = new ArrayList<>();
        for (Node item : fields.optional(key).map(Fields::items).orElse(List.of())) {
            if (item instanceof Scalar scalar && vocabulary.checkTrack(scalar.text(), scalar.at())) {
                if (tracks.contains(scalar.text())) {
                    problems.error(scalar.at(), "'" + scalar.text() + "' is named twice");
                }
                if (arms.isSetByArm(scalar.text())) {
                    problems.error(
                            scalar.at(),
                            "patients are allocated by what they bring along, and " + scalar.text()
                                    + " is set by their arm");
                }
                tracks.add(scalar.text());
            }
        }
        return tracks;
    }

    public Optional<FollowUp> followUp(Fields fields, Map<String, Endpoint> endpoints, Optional<Integer> patients) {
        Optional<Node> node = fields.required("follow-up");
        Optional<Fields> read = node.flatMap(one -> Fields.of(one, "follow-up", FOLLOW_UP, problems));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Fields how = read.get();
        List<String> ways = List.of("last-patient", "until", "events").stream()
                .filter(how::has)
                .toList();
        if (ways.size() != 1) {
            problems.error(
                    node.get().at(),
                    "the trial is followed up to one of last-patient: 1 y, until: 36 mo, or events: 140 with of: OS");
            return Optional.empty();
        }
        Node value = how.optional(ways.get(0)).orElseThrow();
        if (ways.get(0).equals("events")) {
            return ofEvents(how, value, endpoints, patients);
        }
        refuseIdle(how, "latest", "events");
        refuseIdle(how, "of", "events");
        boolean until = ways.get(0).equals("until");
        double days = until ? values.days(value) : horizon.days(value);
        return Double.isNaN(days)
                ? Optional.empty()
                : problems.attempt(
                        value.at(), () -> until ? new FollowUp.Until(days) : new FollowUp.OfLastPatient(days));
    }

    private Optional<FollowUp> ofEvents(
            Fields how, Node count, Map<String, Endpoint> endpoints, Optional<Integer> patients) {
        Optional<Integer> events = values.whole(count, 1);
        if (!how.has("latest") && events.isPresent() && patients.isPresent() && events.get() > patients.get()) {
            problems.error(
                    count.at(),
                    Tally.of(events.get(), "event") + " do not come of " + Tally.of(patients.get(), "patient")
                            + ", each with one");
            return Optional.empty();
        }
        Optional<TimeToEvent> of = how.required("of").flatMap(node -> timeToEvent(node, endpoints, problems));
        double latest = how.optional("latest").map(values::days).orElse(Double.POSITIVE_INFINITY);
        return events.flatMap(n ->
                of.flatMap(endpoint -> problems.attempt(count.at(), () -> new FollowUp.OfEvents(endpoint, n, latest))));
    }

    /** The time-to-event endpoint that is named here. */
    public static Optional<TimeToEvent> timeToEvent(Node node, Map<String, Endpoint> endpoints, Problems problems) {
        Optional<Endpoint> endpoint = endpoint(node, endpoints, problems);
        if (endpoint.isPresent() && !(endpoint.get() instanceof TimeToEvent)) {
            problems.error(
                    node.at(),
                    "this needs a time to an event, and " + endpoint.get().name() + " is none");
            return Optional.empty();
        }
        return endpoint.map(TimeToEvent.class::cast);
    }

    public static Optional<Endpoint> endpoint(Node node, Map<String, Endpoint> endpoints, Problems problems) {
        String name = node instanceof Scalar scalar ? scalar.text() : "";
        if (!endpoints.containsKey(name)) {
            problems.error(
                    node.at(),
                    node instanceof Mapping || name.isEmpty()
                            ? "the name of an endpoint is needed here, and this is " + node.named()
                            : "there is no endpoint '" + name + "'",
                    name.isEmpty() ? Optional.empty() : Nearest.to(name, endpoints.keySet()));
        }
        return Optional.ofNullable(endpoints.get(name));
    }
}
