package marrow.design.size;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import marrow.check.Require;
import marrow.check.Tally;

/**
 * Where a simulated power passes a target: doubling or halving from a first guess, bisection, then a window of sizes around what
 * was found, to show the teeth. A simulation looks at some sizes, not at all of them: {@code first} and {@code forGood} are
 * said of the sizes looked at.
 *
 * @param target  the power wanted
 * @param first   the fewest patients with it
 * @param forGood the fewest patients with which it is there and with all larger sizes of the window
 * @param least   the fewest patients, of {@code first} and those with whom the 95 % interval of the power holds the target
 * @param most    the most of them
 * @param window  the sizes around, in rising order
 */
public record SizeSearch(double target, int first, int forGood, int least, int most, List<PowerAt> window) {
    private static final int STEPS_BELOW = 4;
    private static final int STEPS_ABOVE = 6;
    private static final int STEP_PART = 40; // a step of the window is this part of the size found

    /** The most patients that are looked at. */
    public static final int MOST_PATIENTS = 20_000;

    public SizeSearch {
        window = List.copyOf(window);
    }

    /**
     * @param guess where to begin; at the largest size that is looked at, if it is larger
     * @throws IllegalArgumentException where {@link #MOST_PATIENTS} are not enough
     */
    public static SizeSearch of(IntFunction<PowerAt> curve, double target, int guess) {
        Require.openProbability(target, "power");
        int crossing = crossing(curve, target, Math.min(Require.atLeast(guess, 1, "guess"), MOST_PATIENTS));
        TreeMap<Integer, PowerAt> window = IntStream.rangeClosed(-STEPS_BELOW, STEPS_ABOVE)
                .map(k -> crossing + k * Math.max(1, crossing / STEP_PART))
                .filter(n -> n >= 1)
                .boxed()
                .collect(Collectors.toMap(n -> n, curve::apply, (a, b) -> a, TreeMap::new));
        int forGood = window.lastKey();
        while (window.lowerKey(forGood) != null && reaches(window.get(window.lowerKey(forGood)), target)) {
            forGood = window.lowerKey(forGood);
        }
        List<Integer> reaching = sizes(window, one -> reaches(one, target));
        int first = reaching.get(0);
        List<Integer> near = sizes(
                window,
                one -> one.patients() == first
                        || (one.power().lower() <= target
                                && target <= one.power().upper()));
        return new SizeSearch(
                target, first, forGood, near.get(0), near.get(near.size() - 1), List.copyOf(window.values()));
    }

    /** Whether sizes below the window may be among those that the trials cannot tell from the first. */
    public boolean mayBeFewer() {
        return least == window.get(0).patients() && least > 1;
    }

    /** Whether sizes above it may. */
    public boolean mayBeMore() {
        return most == window.get(window.size() - 1).patients();
    }

    private static List<Integer> sizes(TreeMap<Integer, PowerAt> window, Predicate<PowerAt> condition) {
        return window.values().stream().filter(condition).map(PowerAt::patients).toList();
    }

    /** A size that reaches the target, the one below it does not. */
    private static int crossing(IntFunction<PowerAt> curve, double target, int guess) {
        int high = guess;
        while (!reaches(curve.apply(high), target)) {
            if (high == MOST_PATIENTS) {
                throw new IllegalArgumentException(
                        "the power is " + curve.apply(high).power().value() + " with " + Tally.of(high, "patient")
                                + ", and more are not tried");
            }
            high = Math.min(MOST_PATIENTS, 2 * high);
        }
        int low = high / 2;
        while (low > 0 && reaches(curve.apply(low), target)) {
            high = low;
            low /= 2;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (reaches(curve.apply(middle), target)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static boolean reaches(PowerAt at, double target) {
        return at.power().value() >= target;
    }
}
