package marrow.scenario.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import marrow.scenario.clock.ChoiceDecoder;
import marrow.scenario.clock.ClockDecoder;
import marrow.scenario.clock.CourseDecoder;
import marrow.scenario.clock.DoseDecoder;
import marrow.scenario.clock.ToxicityDecoder;
import marrow.scenario.law.DistributionDecoder;
import marrow.scenario.law.HazardDecoder;
import marrow.scenario.law.LawForm;
import marrow.scenario.law.Laws;
import marrow.scenario.patient.CourseNames;
import marrow.scenario.patient.Doors;
import marrow.scenario.patient.Facts;
import marrow.scenario.patient.FormulaDecoder;
import marrow.scenario.patient.TrackDecoder;
import marrow.scenario.value.Evidence;
import marrow.scenario.value.ParameterReader;

/** The things of a journey for {@link ScenarioSchema}: parameters, facts, tracks, doors, clocks, courses, and their laws. */
final class JourneySchema {
    static final Shape CONDITION = Shape.named(Shape.TEXTS.or(new Shape(Shape.ordered(
            "type",
            "object",
            "properties",
            Map.of("not", Shape.TEXTS.schema()),
            "required",
            List.of("not"),
            "additionalProperties",
            false))));
    static final Shape WAITING = Shape.TIME.or(Shape.of("waiting"));
    static final Shape HAZARD = Shape.of("hazard");

    private static final Shape STATES = Shape.named(Shape.TEXT);
    private static final Shape USES = Shape.named(Shape.TEXT);
    private static final Shape SCALAR = Shape.types("string", "number");
    private static final Shape POINTS = Shape.named(SCALAR);
    private static final Shape CHANCE = Shape.SHARE.or(Shape.words(List.of("rest")));
    private static final Shape CHOOSE = Shape.listOf(Shape.of("outcome").or(Shape.of("case")));
    private static final Shape TERM = SCALAR.or(Shape.of("term"));

    private JourneySchema() {}

    static List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        things.addAll(population());
        things.addAll(clocks());
        things.addAll(courses());
        things.add(laws(Thing.of("waiting", withWithin())).key(DistributionDecoder.WITHIN, Shape.listOf(SCALAR, 2)));
        things.add(hazard());
        things.add(Thing.of("piece", HazardDecoder.PIECE).key("to", Shape.TIME).key("rate", Shape.RATE));
        things.add(Thing.of("cure", HazardDecoder.CURED)
                .key("cured", Shape.SHARE)
                .key("rest", HAZARD)
                .needs("cured", "rest"));
        return things;
    }

    private static List<String> withWithin() {
        List<String> keys = new ArrayList<>(DistributionDecoder.LAWS);
        keys.add(DistributionDecoder.WITHIN);
        return keys;
    }

    private static List<Thing> population() {
        Shape cases = Shape.listOf(Shape.of("term-case"));
        List<String> ofCase = new ArrayList<>(FormulaDecoder.KEYS);
        ofCase.add("when");
        return List.of(
                Thing.of("parameter", ParameterReader.KEYS)
                        .key("value", Shape.QUANTITY)
                        .key("plausible", Shape.listOf(Shape.QUANTITY, 2))
                        .key("evidence", Shape.words(Evidence.words()))
                        .key("source", Shape.TEXT)
                        .overridden(),
                formula(Thing.of("fact", Facts.KEYS), cases)
                        .key("evidence", Shape.words(Evidence.words()))
                        .key("source", Shape.TEXT)
                        .overridden(),
                formula(Thing.of("term", FormulaDecoder.KEYS), cases),
                formula(Thing.of("term-case", ofCase), cases).key("when", CONDITION),
                Thing.of("track", TrackDecoder.KEYS)
                        .key("cut", Shape.TEXT)
                        .key("at", SCALAR.orListOf(SCALAR))
                        .key("states", Shape.TEXTS)
                        .key("draw", Shape.named(CHANCE).orListOf(Shape.of("draw-case")))
                        .key("also", Shape.TEXTS)
                        .overridden(),
                Thing.of("draw-case", TrackDecoder.CASE)
                        .key("when", CONDITION)
                        .key("among", Shape.named(CHANCE))
                        .needs("among"),
                Thing.of("door", Doors.KEYS)
                        .key("set", STATES)
                        .key("mark", Shape.TEXTS)
                        .overridden());
    }

    private static Thing formula(Thing thing, Shape cases) {
        return laws(thing)
                .key(DistributionDecoder.WITHIN, Shape.listOf(SCALAR, 2))
                .key("value", SCALAR)
                .key("of", Shape.TEXT)
                .key("times", Shape.NUMERAL)
                .key("sum", Shape.listOf(TERM))
                .key("lookup", Shape.TEXT)
                .key("in", Shape.listOf(Shape.listOf(SCALAR, 2)))
                .key("cases", cases.orListOf(SCALAR.or(Shape.of("term-case"))));
    }

    private static List<Thing> clocks() {
        return List.of(
                Thing.of("clock", ClockDecoder.KEYS)
                        .key("while", CONDITION)
                        .key("since", Shape.TEXT)
                        .key("after", WAITING)
                        .key("hazard", HAZARD)
                        .key("times", Shape.listOf(Shape.of("factor")))
                        .key("chance", Shape.SHARE)
                        .key("keeps", Shape.YES_NO)
                        .key("repeats", Shape.YES_NO)
                        .key("then", STATES)
                        .key("mark", Shape.TEXTS)
                        .key("uses", USES)
                        .key("choose", CHOOSE)
                        .overridden(),
                Thing.of("factor", ClockDecoder.FACTOR).key("when", CONDITION).key("by", Shape.NUMERAL),
                Thing.of("outcome", ChoiceDecoder.OUTCOME)
                        .key("chance", CHANCE)
                        .key("then", STATES)
                        .key("mark", Shape.TEXTS)
                        .key("uses", USES)
                        .needs("chance"),
                Thing.of("case", ChoiceDecoder.CASE)
                        .key("when", CONDITION)
                        .key("among", Shape.listOf(Shape.of("outcome")))
                        .needs("among"));
    }

    private static List<Thing> courses() {
        return List.of(
                Thing.of("course", CourseNames.KEYS)
                        .key("drug", Shape.TEXT)
                        .key("starts", Shape.of("clock"))
                        .key("needs", CONDITION)
                        .key("per", Shape.TEXT)
                        .key("doses", Shape.listOf(Shape.of("dose")))
                        .key("length", WAITING)
                        .key("extend", Shape.of("extension"))
                        .key("hold", WAITING)
                        .key("toxicity", Shape.of("toxicity"))
                        .key("with", Shape.named(Shape.of("companion")))
                        .key("vial", Shape.NUMERAL)
                        .key("hospital", Shape.TIME.or(Shape.words(List.of("all"))))
                        .key("prices", Shape.of("prices"))
                        .key("ends", Shape.of("end"))
                        .overridden(),
                Thing.of("dose", DoseDecoder.DOSE)
                        .key("days", SCALAR)
                        .key("ug", Shape.NUMERAL)
                        .needs("days", "ug"),
                Thing.of("extension", DoseDecoder.EXTENSION)
                        .key("when", CONDITION)
                        .key("days", SCALAR)
                        .key("ug", Shape.NUMERAL)
                        .needs("when", "days", "ug"),
                Thing.of("toxicity", CourseNames.TOXICITY)
                        .key("evidence", Shape.words(Evidence.words()))
                        .key("source", Shape.TEXT)
                        .key("onset", WAITING)
                        .key("lines", Shape.named(Shape.of("line")))
                        .needs("evidence", "source", "lines"),
                Thing.of("line", ToxicityDecoder.LINE)
                        .key("any", Shape.SHARE)
                        .key("grade-3", Shape.SHARE)
                        .key("onset", WAITING)
                        .key("holds", Shape.YES_NO)
                        .needs("any"),
                Thing.of("companion", CourseDecoder.WITH)
                        .key("amount", Shape.NUMERAL)
                        .key("days", SCALAR.orListOf(SCALAR))
                        .needs("amount", "days"),
                Thing.of("prices", CourseDecoder.PRICES).keys(CourseDecoder.PRICES, Shape.NUMERAL),
                Thing.of("end", CourseDecoder.ENDS)
                        .key("then", STATES)
                        .key("mark", Shape.TEXTS)
                        .key("uses", USES)
                        .key("choose", CHOOSE));
    }

    /** The laws to draw from, each by the keys of any of its forms. */
    private static Thing laws(Thing thing) {
        thing.key("uniform", Shape.listOf(SCALAR, 2));
        thing.key("triangular", Shape.listOf(SCALAR, 3));
        thing.key("empirical", POINTS);
        Laws.DISTRIBUTIONS.forEach((law, forms) -> thing.key(
                law,
                numbers(
                        forms.stream().flatMap(form -> form.keys().stream()),
                        law.equals("beta") ? List.of("on") : List.of())));
        return thing;
    }

    private static Thing hazard() {
        Thing hazard = Thing.of("hazard", HazardDecoder.KEYS)
                .key("piecewise", Shape.listOf(Shape.of("piece")).or(Shape.types("object", "null")))
                .key("cure", Shape.of("cure"))
                .key("reaches", Shape.SHARE.or(POINTS))
                .key("by", Shape.TIME)
                .key("beside", Shape.TEXTS);
        Laws.HAZARDS.forEach((law, forms) -> hazard.key(
                law,
                numbers(
                        Stream.concat(
                                forms.stream().flatMap(form -> form.keys().stream()),
                                Laws.FAMILIES.get(law).keys().stream()),
                        List.of())));
        return hazard;
    }

    private static Shape numbers(Stream<String> keys, List<String> more) {
        Set<String> all = new LinkedHashSet<>(keys.toList());
        all.addAll(more);
        Map<String, Object> properties = Shape.ordered();
        for (String key : all) {
            boolean points = key.equals(LawForm.QUANTILES);
            properties.put(key, (points ? POINTS : key.equals("on") ? Shape.listOf(SCALAR, 2) : SCALAR).schema());
        }
        return new Shape(Shape.ordered(
                "type", List.of("object", "null"), "properties", properties, "additionalProperties", false));
    }
}
