package marrow.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Quantity;
import marrow.scenario.value.QuantityReader;

/**
 * What a sweep varies: a parameter, a place of the scenario such as {@code trial.patients}, or the truth, with its values as written.
 *
 * @param at where it was asked for
 */
public record Axis(String name, List<String> values, Position at) {
    /** The name of the axis that goes through truths. */
    public static final String TRUTH = "truth";

    private static final int MOST_VALUES = 100_000;
    private static final String NUMBER = "([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+))";
    private static final String UNIT = " *(% *(?:per +\\p{L}+)?|(?:per +)?\\p{L}+)? *";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + UNIT + "\\.\\. *" + NUMBER + UNIT + ": *" + NUMBER + UNIT);

    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values are given for " + name);
        }
        Map<Object, String> given = new HashMap<>();
        for (String value : values) {
            String before = given.put(name.equals(TRUTH) ? plain(value) : number(value), value);
            if (before != null) {
                throw new IllegalArgumentException("a value of " + name + " is given twice"
                        + (plain(before).equals(plain(value)) ? "" : ": " + before + " is " + value));
            }
        }
    }

    /** As the command line has it: {@code p1=75 %,80 %} or {@code trial.patients=20..60:5}. */
    public static Axis of(String written) {
        int equals = written.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "what varies is NAME=V1,V2,... or NAME=FROM..TO:STEP, not '" + written + "'");
        }
        String name = written.substring(0, equals).strip();
        return of(name, List.of(written.substring(equals + 1)), new Position("--vary " + name, 0, 0));
    }

    /** @param texts values, lists of them with commas, and ranges */
    static Axis of(String name, List<String> texts, Position at) {
        List<String> values = new ArrayList<>();
        texts.stream().flatMap(text -> Stream.of(text.split(",", -1))).forEach(text -> add(text.strip(), name, values));
        return new Axis(name, values, at);
    }

    private static void add(String text, String name, List<String> values) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            addRange(range, name, values);
        } else if (text.isEmpty() || text.contains("..")) {
            throw new IllegalArgumentException("'" + text + "' is no value of " + name
                    + ": values stand between commas, and a range is 20..60:5 or 70..90:2.5 %, from..to:step");
        } else {
            values.add(text);
        }
    }

    /** In decimal numbers, so that no value has a tail; what lies beyond the end is left out. */
    private static void addRange(Matcher range, String name, List<String> values) {
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(3));
        BigDecimal step = new BigDecimal(range.group(5));
        List<String> units = Stream.of(range.group(2), range.group(4), range.group(6))
                .filter(unit -> unit != null)
                .map(unit -> unit.strip().replaceAll(" +", " "))
                .distinct()
                .toList();
        if (units.size() > 1) {
            throw new IllegalArgumentException("the range '" + range.group() + "' of " + name + " has two units");
        }
        if (step.signum() <= 0 || to.compareTo(from) < 0) {
            throw new IllegalArgumentException(
                    "the range '" + range.group() + "' of " + name + " does not go from low to high by a step above 0");
        }
        if (to.subtract(from).compareTo(step.multiply(BigDecimal.valueOf(MOST_VALUES))) > 0) {
            throw new IllegalArgumentException(
                    "the range '" + range.group() + "' of " + name + " has more than " + MOST_VALUES + " values");
        }
        String unit = units.isEmpty() ? "" : " " + units.get(0);
        for (BigDecimal x = from; x.compareTo(to) <= 0; x = x.add(step)) {
            BigDecimal plain = x.signum() == 0 ? BigDecimal.ZERO : x.stripTrailingZeros();
            values.add(plain.toPlainString() + unit);
        }
    }

    /** What a value stands for: a whole number, another number in days, per day or plain, or a word. */
    public static Object meaning(String value) {
        if (value.matches("[0-9]{1,18}")) {
            return Long.valueOf(value);
        }
        Optional<Quantity> quantity =
                new QuantityReader(new Problems()).read(new Scalar(Position.ofSet(""), value, false), "");
        return quantity.isPresent() ? (Object) quantity.get().value() : value;
    }

    /** What tells a value from others: 40 % is 0.4, and 12 mo is 1 y. */
    private static Object number(String value) {
        Object meaning = meaning(value);
        return meaning instanceof Number number ? (Object) number.doubleValue() : plain(value);
    }

    /** Whether these are the same value, however they are spaced. */
    static boolean isSame(String value, String other) {
        return plain(value).equals(plain(other));
    }

    private static String plain(String value) {
        return value.replace(" ", "");
    }
}
