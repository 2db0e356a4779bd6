package marrow.report.story;

import java.util.Arrays;
import java.util.List;

/**
 * Classes of a histogram: of one width, with limits at multiples of 1, 2 or 5 times a power of ten; a value on a limit belongs to
 * the class above. Whole numbers stand in the middle of classes that hold equally many of them.
 */
record Classes(double first, double width, int number) {
    /** For these values, about so many at the most. No class where there is no value. */
    static Classes of(double[] values, int most) {
        if (values.length == 0) {
            return new Classes(0, 1, 0);
        }
        double least = Arrays.stream(values).min().getAsDouble();
        double largest = Arrays.stream(values).max().getAsDouble();
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        double width = niceAbove((largest - least) / most);
        if (!(width > 0)) {
            width = whole || least == 0 ? 1 : niceAbove(Math.abs(least) / 100);
        }
        if (whole) {
            width = Math.max(1, width);
        }
        double shift = whole ? 0.5 : 0;
        double first = Math.floor((least + shift) / width) * width - shift;
        int number = (int) Math.floor((largest - first) / width) + 1;
        return new Classes(first, width, number);
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below. */
    private static double niceAbove(double x) {
        if (!(x > 0)) {
            return 0;
        }
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(x)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= x) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The lower limit of class k, counted from 0; of the one after the last, the upper limit of the last. */
    double from(int k) {
        return Math.rint((first + k * width) * 1e9) / 1e9;
    }

    int[] counts(List<Double> values) {
        int[] counts = new int[number];
        for (double value : values) {
            int k = (int) Math.floor((value - first) / width);
            counts[Math.max(0, Math.min(number - 1, k))]++;
        }
        return counts;
    }
}
