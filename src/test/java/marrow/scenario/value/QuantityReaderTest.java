package marrow.scenario.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import marrow.scenario.text.Node;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityReaderTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "0.39, 0.39, NUMBER",
        ".05, 0.05, NUMBER",
        "1e-4, 1e-4, NUMBER",
        "-4, -4, NUMBER",
        "012, 12, NUMBER",
        "14 %, 0.14, NUMBER",
        "14%, 0.14, NUMBER",
        "90 d, 90, TIME",
        "2w, 14, TIME",
        "6 mo, 182.625, TIME",
        "1 y, 365.25, TIME",
        "0.5 per w, 0.07142857142857142, RATE",
        "3 % per y, 8.213552361396303e-5, RATE",
        "1\u00a0y, 365.25, TIME",
        "82\u202f%, 0.82, NUMBER",
        "\u22121.2, -1.2, NUMBER"
    })
    void written_numbers_are_read(String text, double value, Dimension dimension) {
        Quantity quantity = new QuantityReader(problems).read(scalar(text), "").orElseThrow();
        assertEquals(value, quantity.value());
        assertEquals(dimension, quantity.dimension());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    soon     | a time is needed here, such as 14 d, and this is 'soon'
                    1,5 d    | a time is needed here, such as 14 d, and this is '1,5 d'
                    14 days  | unknown unit 'days': the units of time are d, w, mo and y; did you mean 14 d?
                    2 weeks  | unknown unit 'weeks': the units of time are d, w, mo and y; did you mean 2 w?
                    6 m      | unknown unit 'm': the units of time are d, w, mo and y; did you mean 6 mo?
                    3 h      | unknown unit 'h': the units of time are d, w, mo and y
                    3 per yr | unknown unit 'yr': the units of time are d, w, mo and y; did you mean 3 per y?
                    5 % d    | a percentage of a time is no quantity: '5 % d'
                    34/33    | 34/33 is no chance: counts are so many of at least as many, such as 26/33
                    0/0      | 0/0 is no chance: counts are so many of at least as many, such as 26/33
                    1/2147483648 | 1/2147483648 is no count of patients: there are at most 2147483647 of them
                    1e999    | 1e999 is too large for a number
                    2028-06-30 | a time is needed here, such as 14 d, and this is '2028-06-30': a day of the calendar is a time since the opening of the trial
                    NaN      | a time is needed here, such as 14 d, and this is 'NaN'
                    """)
    void other_text_is_refused(String text, String message) {
        assertTrue(new QuantityReader(problems)
                .read(scalar(text), Kind.TIME.needed())
                .isEmpty());
        assertEquals("f.yaml:1:1: " + message, problems.all().get(0).toString());
    }

    /** scipy 1.17.1, {@code beta.ppf(0.025, x, n - x + 1)} and {@code beta.ppf(0.975, x + 1, n - x)}. */
    @Test
    void counts_carry_the_exact_interval_of_Clopper_and_Pearson() {
        assertInterval(0.2303605, 0.7696395, new Counts(7, 14));
        assertInterval(0.7566836, 0.9808451, new Counts(30, 33));
        assertInterval(0.6915029, 1, new Counts(10, 10));
        assertInterval(0, 0.5218238, new Counts(0, 5));
    }

    private static void assertInterval(double low, double high, Counts counts) {
        assertEquals(low, counts.exactRange().low(), 5e-8);
        assertEquals(high, counts.exactRange().high(), 5e-8);
    }

    private static Node.Scalar scalar(String text) {
        return new Node.Scalar(Position.startOf("f.yaml"), text, false);
    }
}
