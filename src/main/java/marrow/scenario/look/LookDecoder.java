package marrow.scenario.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.look.Rule;
import marrow.look.Schedule;
import marrow.look.Trigger;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.ArmSizes;
import marrow.scenario.trial.Horizon;
import marrow.scenario.value.Values;
import marrow.trial.FollowUp;
import marrow.trial.endpoint.Endpoint;

/** Reads the looks: each a name, a rule, and what the rule needs. Those that are switched off are read and left out. */
public final class LookDecoder {
    public static final List<String> COMMON = List.of("switched", "lag", "accrual", "about");
    private static final Map<String, Method> METHODS = LookRules.all();

    private final Map<String, Endpoint> endpoints;
    private final ArmSizes arms;
    private final Map<String, Analysis> analyses;
    private final Optional<FollowUp> followUp;
    private final LevelDecoder levels;
    private final Horizon horizon;
    private final Values values;
    private final Problems problems;

    public LookDecoder(
            Map<String, Endpoint> endpoints,
            ArmSizes arms,
            Map<String, Analysis> analyses,
            Optional<FollowUp> followUp,
            LevelDecoder levels,
            Horizon horizon,
            Values values,
            Problems problems) {
        this.endpoints = endpoints;
        this.arms = arms;
        this.analyses = analyses;
        this.followUp = followUp;
        this.levels = levels;
        this.horizon = horizon;
        this.values = values;
        this.problems = problems;
    }

    /** A rule by which looks decide: the keys it takes beside {@link #COMMON}, and how it is made of them. */
    public record Method(Several several, List<String> keys) {
        public Method(List<String> keys, Maker maker) {
            this(
                    (name, decoder, fields) ->
                            maker.make(name, decoder, fields).stream().toList(),
                    keys);
        }

        /** Makes several rules of one look; none where a key was refused. */
        interface Several {
            List<Rule> make(String name, LookDecoder decoder, Fields fields);
        }

        /** Makes the rule; nothing where a key was refused. */
        interface Maker {
            Optional<Rule> make(String name, LookDecoder decoder, Fields fields);
        }
    }

    public List<Rule> decode(Node node) {
        List<Rule> rules = new ArrayList<>();
        if (!(node instanceof Mapping mapping)) {
            problems.error(
                    node.at(),
                    "looks are a mapping such as {interim: {group-sequential: {analysis: primary, ...}}}, and this is "
                            + node.named());
            return rules;
        }
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "a look", problems);
            List<Rule> made = rules(entry);
            made.forEach(rule -> warnOfTheLevelTwice(rule, rules, entry));
            rules.addAll(made);
        }
        return rules;
    }

    /** Each of two rules that seek efficacy in one analysis has its whole level. */
    private void warnOfTheLevelTwice(Rule rule, List<Rule> before, Entry entry) {
        before.stream()
                .filter(other -> rule.seeksEfficacy()
                        && other.seeksEfficacy()
                        && other.decides().equals(rule.decides()))
                .findFirst()
                .ifPresent(other -> problems.warning(
                        entry.key().at(),
                        other.name() + " and " + rule.name() + " both seek efficacy in "
                                + rule.decides().orElseThrow().name()
                                + ": each has its whole level, so that together they reject more often"));
    }

    private List<Rule> rules(Entry entry) {
        if (!(entry.value() instanceof Mapping mapping) || mapping.entries().size() != 1) {
            problems.error(
                    entry.value().at(),
                    "a look is one rule with what it needs, such as {group-sequential: {analysis: primary, ...}}:"
                            + " rules are "
                            + Names.all(METHODS.keySet()));
            return List.of();
        }
        Entry written = mapping.entries().get(0);
        Method method = METHODS.get(written.name());
        if (method == null) {
            problems.error(
                    written.key().at(),
                    "there is no rule '" + written.name() + "': there are " + Names.all(METHODS.keySet()),
                    Nearest.to(written.name(), METHODS.keySet()));
            return List.of();
        }
        List<String> keys = new ArrayList<>(method.keys());
        keys.addAll(COMMON);
        int before = problems.errors();
        return Fields.of(written.value(), written.key().at(), "the rule " + written.name(), keys, problems)
                .map(fields -> {
                    boolean on = isOn(fields);
                    List<Rule> made = method.several().make(entry.name(), this, fields);
                    return on && problems.errors() == before ? made : List.<Rule>of();
                })
                .orElse(List.of());
    }

    /** {@code switched: on} or {@code off}; on where it is left out. */
    boolean isOn(Fields fields) {
        Optional<Node> node = fields.optional("switched");
        String text = node.map(one -> one instanceof Scalar scalar ? scalar.text() : "")
                .orElse("on");
        if (!text.equals("on") && !text.equals("off")) {
            problems.error(
                    node.get().at(),
                    "a look is switched on or off, not " + node.get().named());
        }
        return text.equals("on");
    }

    /** The analysis on which a rule decides; it has a hypothesis. */
    Optional<Analysis> analysis(Fields fields) {
        Optional<Node> node = fields.required("analysis");
        String name = node.map(one -> one instanceof Scalar scalar ? scalar.text() : "")
                .orElse("");
        Analysis analysis = analyses.get(name);
        boolean refused = analysis == null && analyses.containsKey(name);
        if (node.isPresent() && !refused && (analysis == null || analysis.hypothesis() == null)) {
            problems.error(
                    node.get().at(),
                    analysis == null
                            ? "there is no analysis " + node.get().named()
                            : "a look decides on a hypothesis, and " + name + " tests none",
                    Nearest.to(name, analyses.keySet()).filter(near -> analysis == null));
            return Optional.empty();
        }
        return Optional.ofNullable(analysis);
    }

    /** {@code when}, {@code lag} and {@code accrual}. */
    Optional<Schedule> schedule(Fields fields) {
        Optional<Node> when = fields.required("when");
        List<Trigger> looks = when.map(triggers(fields)::looks).orElse(List.of());
        return looks.isEmpty()
                ? Optional.empty()
                : problems.attempt(fields.at(), () -> new Schedule(looks, lag(fields), pauses(fields)));
    }

    /** Days from the cut to the decision; 0 where nothing is said. */
    double lag(Fields fields) {
        double days = fields.optional("lag").map(values::daysFromZero).orElse(0.0);
        return Double.isNaN(days) ? 0 : days;
    }

    /** {@code accrual: paused} or {@code goes-on}; it goes on where nothing is said. */
    boolean pauses(Fields fields) {
        Optional<Node> node = fields.optional("accrual");
        String text = node.map(one -> one instanceof Scalar scalar ? scalar.text() : "")
                .orElse("goes-on");
        if (!text.equals("paused") && !text.equals("goes-on")) {
            problems.error(
                    node.get().at(),
                    "accrual is paused or goes-on until the decision, not "
                            + node.get().named());
        }
        return text.equals("paused");
    }

    /** How doses of phase I are read. */
    LevelDecoder levels() {
        return levels;
    }

    /** A look that is switched off may wait for more patients than there are. */
    private TriggerDecoder triggers(Fields fields) {
        int most = isOn(fields) ? arms.patients().orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
        return new TriggerDecoder(endpoints, most, values, problems);
    }

    SpendingDecoder spending() {
        return new SpendingDecoder(values, problems);
    }

    Map<String, Endpoint> endpoints() {
        return endpoints;
    }

    ArmSizes arms() {
        return arms;
    }

    Optional<FollowUp> followUp() {
        return followUp;
    }

    /** How many patients the trial enrols. */
    Optional<Integer> patients() {
        return arms.patients();
    }

    Horizon horizon() {
        return horizon;
    }

    Values values() {
        return values;
    }

    Problems problems() {
        return problems;
    }
}
