package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.dist.Exponential;
import marrow.dist.Hazard;
import marrow.journey.Entry;
import marrow.scenario.law.HazardDecoder;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Figures;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;

/** Reads the arms: the states in which their patients enter, their share, their loss to follow-up. */
public final class ArmDecoder {
    public static final List<String> KEYS = List.of("share", "lost", "population", "about");

    private final EffectDecoder effects;
    private final Set<String> facts;
    private final HazardDecoder hazards;
    private final Values values;
    private final Vocabulary vocabulary;
    private final Problems problems;

    public ArmDecoder(
            EffectDecoder effects, Set<String> facts, Values values, Vocabulary vocabulary, Problems problems) {
        this.effects = effects;
        this.facts = facts;
        this.hazards = new HazardDecoder(values, problems);
        this.values = values;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /**
     * An arm as written.
     *
     * @param states     of the entry, on top of the scenario's
     * @param population facts in place of the scenario's, or null
     */
    public record Written(String name, Map<String, String> states, double share, Hazard loss, Mapping population) {
        public Entry entry(Entry everybody) {
            Map<String, String> all = new LinkedHashMap<>(everybody.states());
            all.putAll(states);
            return new Entry(all, everybody.daysSince());
        }
    }

    /** All arms; of one that was refused the name, so that whoever speaks of it is not refused too. */
    public List<Written> decode(Node node, Hazard lossOfAll) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(
                    node.at(),
                    "arms are a mapping of names, such as {control: {}, blinatumomab: {consolidation: blinatumomab}}, and this is "
                            + node.named());
            return List.of();
        }
        List<Written> arms = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            Names.check(entry.key(), "an arm", problems);
            List<String> keys = new ArrayList<>(KEYS);
            keys.addAll(vocabulary.namedTracks());
            Node value = entry.value() instanceof Scalar scalar && scalar.isEmpty()
                    ? new Mapping(entry.key().at(), List.of())
                    : entry.value();
            Fields.of(value, entry.key().at(), "an arm", keys, problems)
                    .ifPresentOrElse(fields -> arms.add(arm(entry.name(), fields, lossOfAll)), () -> {
                        effects.refused();
                        arms.add(new Written(entry.name(), Map.of(), 1, lossOfAll, null));
                    });
        }
        return arms;
    }

    private Written arm(String name, Fields fields, Hazard lossOfAll) {
        Map<String, String> states = new LinkedHashMap<>();
        for (Node.Entry entry : fields.asMeant().entries()) {
            if (!KEYS.contains(entry.name()) && vocabulary.tracks().contains(entry.name())) {
                effects.state(entry).ifPresent(state -> states.put(entry.name(), state));
            }
        }
        double share = fields.optional("share").map(this::share).orElse(1.0);
        Optional<Hazard> loss = fields.optional("lost").flatMap(this::loss);
        Mapping population = null;
        if (fields.optional("population").orElse(null) instanceof Mapping known) {
            population = known;
            known.entries().forEach(this::refuseUnknown);
        } else {
            fields.optional("population")
                    .ifPresent(other -> problems.error(
                            other.at(), "a population is a mapping of facts, and this is " + other.named()));
        }
        return new Written(name, states, share, loss.orElse(lossOfAll), population);
    }

    /** An arm has other facts in place of the scenario's, not more of them. */
    private void refuseUnknown(Node.Entry fact) {
        if (!facts.contains(fact.name())) {
            problems.error(
                    fact.key().at(),
                    "there is no fact '" + fact.name() + "' in the population",
                    Nearest.to(fact.name(), facts));
        }
    }

    private double share(Node node) {
        double share = values.number(node);
        if (share <= 0) {
            problems.error(node.at(), "the share of an arm is above 0, not " + Figures.of(share));
        }
        return share > 0 ? share : 1;
    }

    /** A rate, {@code 3 % per y}, or a hazard. */
    public Optional<Hazard> loss(Node node) {
        if (node instanceof Scalar) {
            double rate = values.atLeastZero(node, Kind.RATE);
            return rate > 0 ? Optional.of(Exponential.ofRate(rate)) : Optional.empty();
        }
        return hazards.alone(node);
    }
}
