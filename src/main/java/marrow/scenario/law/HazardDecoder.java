package marrow.scenario.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marrow.dist.Cause.Target;
import marrow.dist.Cure;
import marrow.dist.Hazard;
import marrow.dist.HazardFamily;
import marrow.dist.PiecewiseExponential;
import marrow.scenario.law.HazardDraft.Known;
import marrow.scenario.law.HazardDraft.Reaching;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Dimension;
import marrow.scenario.value.Kind;
import marrow.scenario.value.Values;

/** Reads hazards, given by their numbers or by what they must reach. */
public final class HazardDecoder {
    private static final String PIECEWISE = "piecewise";
    private static final String CURE = "cure";
    static final List<String> LAWS = laws();
    public static final List<String> KEYS = keys();
    public static final List<String> CURED = List.of("cured", "rest");
    public static final List<String> PIECE = List.of("to", "rate");
    private static final int MOST_RIVALS = 20;

    private final Values values;
    private final Problems problems;

    public HazardDecoder(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    private static List<String> laws() {
        List<String> laws = new ArrayList<>(Laws.HAZARDS.keySet());
        laws.add(PIECEWISE);
        laws.add(CURE);
        return List.copyOf(laws);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(LAWS);
        keys.addAll(List.of("reaches", "by", "beside"));
        return List.copyOf(keys);
    }

    public Optional<HazardDraft> decode(Node node) {
        Optional<Fields> fields = Fields.of(node, "a hazard", KEYS, problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> reaches = fields.get().optional("reaches");
        if (reaches.isPresent()) {
            return reaching(fields.get(), reaches.get()).map(reaching -> reaching);
        }
        for (String key : List.of("by", "beside")) {
            fields.get()
                    .entry(key)
                    .ifPresent(entry -> problems.error(entry.key().at(), "'" + key + "' goes with 'reaches'"));
        }
        return hazard(fields.get()).map(Known::new);
    }

    /** A hazard that has no competitors: given by its numbers, or by what it reaches alone. */
    public Optional<Hazard> alone(Node node) {
        return decode(node).flatMap(draft -> {
            if (draft instanceof Known known) {
                return Optional.of(known.hazard());
            }
            Reaching reaching = (Reaching) draft;
            if (!reaching.beside().isEmpty()) {
                problems.error(reaching.beside().get(0).at(), "this hazard stands beside no clocks");
                return Optional.empty();
            }
            return problems.attempt(reaching.at(), () -> reaching.reachedAlone());
        });
    }

    private Optional<String> oneLaw(Fields fields) {
        List<String> given = LAWS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            problems.error(
                    fields.at(),
                    given.isEmpty()
                            ? "a hazard is needed: " + Names.either(LAWS)
                            : "one hazard is needed, not " + Names.all(given));
            return Optional.empty();
        }
        return Optional.of(given.get(0));
    }

    private Optional<Hazard> hazard(Fields fields) {
        Optional<String> law = oneLaw(fields);
        Optional<Node> given = law.flatMap(fields::optional);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Node node = given.get();
        return switch (law.get()) {
            case PIECEWISE ->
                pieces(node)
                        .flatMap(pieces ->
                                problems.attempt(node.at(), () -> PiecewiseExponential.of(pieces.cuts, pieces.rates)));
            case CURE ->
                cure(node).flatMap(cure -> cure.rest
                        .flatMap(this::hazard)
                        .flatMap(rest -> problems.attempt(node.at(), () -> Cure.of(cure.cured, rest))));
            default -> numbers().law(law.get(), node, Laws.HAZARDS.get(law.get()));
        };
    }

    private Optional<HazardFamily> family(Fields fields) {
        Optional<String> law = oneLaw(fields);
        Optional<Node> given = law.flatMap(fields::optional);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Node node = given.get();
        return switch (law.get()) {
            case PIECEWISE ->
                pieces(node)
                        .flatMap(pieces -> problems.attempt(
                                node.at(), () -> PiecewiseExponential.family(pieces.cuts, pieces.rates)));
            case CURE ->
                cure(node).flatMap(cure -> cure.rest
                        .flatMap(this::family)
                        .flatMap(rest -> problems.attempt(node.at(), () -> Cure.family(cure.cured, rest))));
            default -> numbers().law(law.get() + " with 'reaches'", node, List.of(Laws.FAMILIES.get(law.get())));
        };
    }

    private LawNumbers numbers() {
        return new LawNumbers(Dimension.TIME, values, problems);
    }

    private Optional<Reaching> reaching(Fields fields, Node reaches) {
        List<Scalar> beside = fields.optional("beside").map(this::rivals).orElse(List.of());
        if (reaches instanceof Mapping points) {
            if (!throughPoints(fields)) {
                return Optional.empty();
            }
            fields.entry("by")
                    .ifPresent(entry -> problems.error(
                            entry.key().at(), "the points of 'reaches' have their own times: 'by' has no place"));
            return targets(points).map(each -> new Reaching(reaches.at(), null, each, beside));
        }
        Optional<HazardFamily> family = family(fields);
        double share = values.probability(reaches);
        double days = fields.required("by").map(values::time).orElse(Double.NaN);
        Optional<Target> target = target(share, days, reaches.at());
        return family.flatMap(shape -> target.map(one -> new Reaching(reaches.at(), shape, List.of(one), beside)));
    }

    /** Points may stand for the rates of {@code piecewise: {}} alone. */
    private boolean throughPoints(Fields fields) {
        Optional<Node> pieces = oneLaw(fields).filter(PIECEWISE::equals).flatMap(fields::optional);
        boolean empty = pieces.isPresent()
                && ((pieces.get() instanceof Mapping mapping
                                && mapping.entries().isEmpty())
                        || (pieces.get() instanceof Scalar scalar && scalar.isEmpty()));
        if (!empty) {
            problems.error(
                    fields.at(),
                    "several points are reached by 'piecewise: {}' only; other hazards reach one, 'by' a time");
        }
        return empty;
    }

    private Optional<List<Target>> targets(Mapping points) {
        List<Target> targets = new ArrayList<>();
        for (Node.Entry entry : points.entries()) {
            Position at = entry.value().at();
            Optional<Target> target = target(values.probability(entry.value()), values.time(entry.key()), at);
            if (target.isPresent() && !targets.isEmpty() && !follows(target.get(), targets.get(targets.size() - 1))) {
                problems.error(at, "the points to reach rise in time, and never fall in probability");
                return Optional.empty();
            }
            target.ifPresent(targets::add);
        }
        if (points.entries().isEmpty()) {
            problems.error(points.at(), "the points to reach are missing, such as {100 d: 3 %, 1 y: 8 %}");
        }
        return Optional.of(targets)
                .filter(all -> !all.isEmpty() && all.size() == points.entries().size());
    }

    private static boolean follows(Target next, Target before) {
        return next.by() > before.by() && next.p() >= before.p();
    }

    private Optional<Target> target(double share, double days, Position at) {
        if (Double.isNaN(share) || Double.isNaN(days)) {
            return Optional.empty();
        }
        return problems.attempt(at, () -> new Target(share, days));
    }

    private List<Scalar> rivals(Node node) {
        List<Scalar> rivals = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            if (item instanceof Scalar scalar) {
                if (rivals.stream().anyMatch(one -> one.text().equals(scalar.text()))) {
                    problems.error(scalar.at(), "'" + scalar.text() + "' is named twice");
                }
                rivals.add(scalar);
            } else {
                problems.error(item.at(), "the name of a clock is needed here, and this is " + item.named());
            }
        }
        if (rivals.size() > MOST_RIVALS) {
            problems.error(node.at(), "a clock competes with at most " + MOST_RIVALS + " others, not " + rivals.size());
            return List.of();
        }
        return rivals;
    }

    private record CureParts(double cured, Optional<Fields> rest) {}

    private Optional<CureParts> cure(Node node) {
        Optional<Fields> fields = Fields.of(node, CURE, CURED, problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        double cured = fields.get().required("cured").map(values::probability).orElse(Double.NaN);
        Optional<Fields> rest =
                fields.get().required("rest").flatMap(law -> Fields.of(law, "a hazard", LAWS, problems));
        return Double.isNaN(cured) ? Optional.empty() : Optional.of(new CureParts(cured, rest));
    }

    /** Ends of all pieces but the last, in days, and all rates, per day. */
    private static final class Pieces {
        final double[] cuts;
        final double[] rates;

        Pieces(int pieces) {
            cuts = new double[pieces - 1];
            rates = new double[pieces];
        }
    }

    private Optional<Pieces> pieces(Node node) {
        if (!(node instanceof Sequence list) || list.items().isEmpty()) {
            problems.error(
                    node.at(),
                    "pieces are a list such as [{to: 1 y, rate: 0.2 per y}, {rate: 0.1 per y}], and this is "
                            + node.named());
            return Optional.empty();
        }
        int last = list.items().size() - 1;
        Pieces pieces = new Pieces(last + 1);
        int before = problems.errors();
        for (int k = 0; k <= last; k++) {
            List<String> keys = k < last ? PIECE : List.of("rate");
            Optional<Fields> piece =
                    Fields.of(list.items().get(k), k < last ? "a piece" : "the last piece", keys, problems);
            pieces.rates[k] = piece.flatMap(one -> one.required("rate"))
                    .map(rate -> values.atLeastZero(rate, Kind.RATE))
                    .orElse(Double.NaN);
            if (k < last) {
                pieces.cuts[k] = piece.flatMap(one -> one.required("to"))
                        .map(values::time)
                        .orElse(Double.NaN);
            }
        }
        return problems.errors() == before ? Optional.of(pieces) : Optional.empty();
    }
}
