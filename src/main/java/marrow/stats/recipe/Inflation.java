package marrow.stats.recipe;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.check.Require;

/**
 * How a protocol makes room for patients who will drop out: n evaluable patients become n / (1 - d), so that n are left,
 * or n (1 + d), which is a little less; rounded up, or to the nearest whole number, halves up. Worked in whole numbers, so
 * that 18 / 0.9 is 20 and not a little more.
 *
 * @param dropout d, in percent
 * @param way     of making room for it
 * @param up      whether it is rounded up
 */
public record Inflation(int dropout, Way way, boolean up) {
    /** What is done with n. */
    public enum Way {
        /** n / (1 - d) */
        DIVIDED,
        /** n (1 + d) */
        MULTIPLIED
    }

    /** Those that are in use: 5, 10, 15 and 20 % in either way, rounded in either way. */
    public static final List<Inflation> USUAL = IntStream.of(5, 10, 15, 20)
            .boxed()
            .flatMap(dropout -> Stream.of(Way.values())
                    .flatMap(way -> Stream.of(true, false).map(up -> new Inflation(dropout, way, up))))
            .toList();

    public Inflation {
        Require.between(dropout, 1, 99, "dropout, in percent,");
    }

    /** Patients to be enrolled for so many who are evaluable. */
    public int of(int evaluable) {
        long numerator = (long) evaluable * (way == Way.DIVIDED ? 100 : 100 + dropout);
        long denominator = way == Way.DIVIDED ? 100 - dropout : 100;
        long twice = up ? 2 * (denominator - 1) : denominator;
        return Math.toIntExact((2 * numerator + twice) / (2 * denominator));
    }
}
