package marrow.report.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassesTest {
    @Test
    void whole_numbers_stand_in_the_middle_of_their_class() {
        Classes classes = Classes.of(new double[] {28, 30, 31}, 24);
        assertEquals(27.5, classes.from(0));
        assertArrayEquals(new int[] {1, 0, 1, 1}, classes.counts(List.of(28.0, 30.0, 31.0)));
    }

    @Test
    void limits_are_round_and_a_value_on_one_belongs_above() {
        Classes classes = Classes.of(new double[] {0.612, 0.8, 0.871}, 24);
        assertEquals(0.02, classes.width(), 1e-15);
        assertEquals(0.6, classes.from(0));
        assertEquals(0.62, classes.from(1));
        assertEquals(1, classes.counts(List.of(0.8))[10]);
    }

    @Test
    void one_value_and_none() {
        assertArrayEquals(
                new int[] {3}, Classes.of(new double[] {31, 31, 31}, 24).counts(List.of(31.0, 31.0, 31.0)));
        assertArrayEquals(new int[] {2}, Classes.of(new double[] {0.4, 0.4}, 24).counts(List.of(0.4, 0.4)));
        assertArrayEquals(new int[] {}, Classes.of(new double[] {}, 24).counts(List.of()));
    }

    @Test
    void every_value_is_counted_once_and_lies_in_its_class() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 500; round++) {
            double scale = StrictMath.pow(10, random.nextInt(-6, 7));
            double[] values =
                    random.doubles(random.nextInt(1, 50), -scale, 3 * scale).toArray();
            Classes classes = Classes.of(values, 24);
            int[] counts = classes.counts(Arrays.stream(values).boxed().toList());
            assertEquals(values.length, IntStream.of(counts).sum());
            assertTrue(counts.length <= 26, "classes: " + counts.length);
            double least = Arrays.stream(values).min().getAsDouble();
            double largest = Arrays.stream(values).max().getAsDouble();
            assertTrue(classes.first() <= least
                    && largest < classes.first() + counts.length * classes.width() * (1 + 1e-12));
        }
    }
}
