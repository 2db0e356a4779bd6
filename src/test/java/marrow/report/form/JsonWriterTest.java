package marrow.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class JsonWriterTest {
    @Test
    void plain_values_stand_on_one_line_and_keys_in_order() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("z", 1);
        tree.put("a", List.of(0.1, 2L));
        tree.put("none", null);
        assertEquals("""
                {
                  "z": 1,
                  "a": [0.1, 2],
                  "none": null
                }
                """, JsonWriter.write(tree));
        assertEquals("[]\n", JsonWriter.write(List.of()));
        assertEquals("{\"yes\": true}\n", JsonWriter.write(Map.of("yes", true)));
    }

    @Test
    void what_json_cannot_hold_is_null() {
        assertEquals(
                "[null, null, null]\n",
                JsonWriter.write(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)));
    }

    @Test
    void text_is_read_back_as_it_was() {
        List<String> texts =
                List.of("", "\"\\/\b\f\n\r\t", "\u0000\u001f\u007f", "µg → \uD83E\uDE78", "\u2028</script>");
        assertEquals(texts, JsonMapper.shared().readValue(JsonWriter.write(texts), List.class));
        assertEquals("[\"\\ud83e\", \"\\ude78x\"]\n", JsonWriter.write(List.of("\uD83E", "\uDE78x")));
    }

    @Test
    void numbers_are_read_back_to_the_bit() {
        Random random = new Random(1);
        List<Double> numbers = new ArrayList<>(Arrays.asList(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e7, 1e-5));
        for (int i = 0; i < 1000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                numbers.add(number);
            }
        }
        assertEquals(numbers, JsonMapper.shared().readValue(JsonWriter.write(numbers), List.class));
    }
}
