package marrow.stats.law;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Many questions at once: p-values adjusted so that the chance of even one false answer among those at or below a level is at most that level,
 * however the questions depend on each other. The k-th smallest of m is multiplied by m - k + 1, and none may be less than one before it.
 *
 * <p>Source: Holm (1979), Scand J Statist 6:65-70.
 */
public final class Holm {
    private Holm() {}

    /** The adjusted p-values, each at the place of its own. */
    public static double[] adjusted(double[] p) {
        int[] rising = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double before = 0;
        for (int k = 0; k < rising.length; k++) {
            before = Math.max(before, Math.min(1, (p.length - k) * p[rising[k]]));
            adjusted[rising[k]] = before;
        }
        return adjusted;
    }
}
