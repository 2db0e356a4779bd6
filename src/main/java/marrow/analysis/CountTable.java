package marrow.analysis;

import java.util.Arrays;

/**
 * What is found where x of n patients are all that matters, kept as it is found: trials come to the same few counts again and again. Of many
 * patients nothing is kept. Scratch of one thread.
 */
final class CountTable {
    private static final int KEPT = 2_000;

    private final Finder finder;
    private Finding[][] kept = {};

    @FunctionalInterface
    interface Finder {
        /** Fills a finding, which has been cleared, from x of n. */
        void fill(Finding finding, int x, int n);
    }

    CountTable(Finder finder) {
        this.finder = finder;
    }

    void fill(Finding finding, int x, int n) {
        if (n > KEPT) {
            finder.fill(finding, x, n);
        } else {
            finding.be(of(x, n));
        }
    }

    private Finding of(int x, int n) {
        if (n >= kept.length) {
            kept = Arrays.copyOf(kept, n + 1);
        }
        if (kept[n] == null) {
            kept[n] = new Finding[n + 1];
        }
        if (kept[n][x] == null) {
            Finding found = new Finding();
            found.clear();
            finder.fill(found, x, n);
            kept[n][x] = found; // not before it is whole
        }
        return kept[n][x];
    }
}
