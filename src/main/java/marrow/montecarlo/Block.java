package marrow.montecarlo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sums over some replicates that follow each other: one {@link Moments} a column. A replicate that failed is one of them,
 * its numbers missing, so that it stays in every denominator that counts what is missing.
 */
public final class Block {
    private static final int KEPT_FAILURES = 5;

    private final Moments[] columns;
    private final Tally[] tallies; // of the columns from firstTallied on
    private final int firstTallied;
    private final List<Failure> firstFailures = new ArrayList<>();
    private long replicates;
    private long failed;

    Block(int width) {
        this(Columns.of(width));
    }

    Block(Columns of) {
        columns = new Moments[of.count()];
        tallies = new Tally[of.tallied()];
        firstTallied = of.firstTallied();
        Arrays.setAll(columns, i -> new Moments());
        Arrays.setAll(tallies, i -> new Tally());
    }

    /** The sums over these rows. */
    public static Block of(List<double[]> rows) {
        return of(Columns.of(rows.get(0).length), rows);
    }

    /** The sums over rows of these columns. */
    public static Block of(Columns columns, List<double[]> rows) {
        Sheet sheet = Sheet.of(columns, rows.size());
        rows.forEach(sheet::add);
        Block block = new Block(columns);
        block.addAll(sheet);
        return block;
    }

    /** Sums over no replicates. */
    public static Block none(int width) {
        return new Block(width);
    }

    /** Adds the rows of a sheet after those before, and empties it. */
    public void addAll(Sheet sheet) {
        replicates += sheet.rows();
        for (int i = 0; i < columns.length; i++) {
            sheet.addTo(columns[i], i);
        }
        for (int k = 0; k < tallies.length; k++) {
            sheet.addTo(tallies[k], firstTallied + k);
        }
        sheet.clear();
    }

    /** Says of a replicate that it failed. Its row, with what can be said of it all the same, is on a sheet. */
    void fail(Failure failure) {
        failed++;
        keep(failure);
    }

    /** Takes in a block that comes after this one. */
    void join(Block next) {
        replicates += next.replicates;
        failed += next.failed;
        next.firstFailures.forEach(this::keep);
        for (int i = 0; i < columns.length; i++) {
            columns[i].join(next.columns[i]);
        }
        for (int k = 0; k < tallies.length; k++) {
            tallies[k].join(next.tallies[k]);
        }
    }

    private void keep(Failure failure) {
        if (firstFailures.size() < KEPT_FAILURES) {
            firstFailures.add(failure);
        }
    }

    /** Writes the sums; failures are not among them. */
    void write(ByteBuffer to) {
        to.putLong(replicates);
        for (Moments column : columns) {
            column.write(to);
        }
        for (Tally tally : tallies) {
            tally.write(to);
        }
    }

    /** What {@link #write} wrote. */
    static Block read(ByteBuffer from, Columns of) {
        Block block = new Block(of);
        block.replicates = from.getLong();
        Arrays.setAll(block.columns, i -> Moments.read(from));
        Arrays.setAll(block.tallies, i -> Tally.read(from));
        return block;
    }

    /** How many there were, failed ones counted. */
    public long replicates() {
        return replicates;
    }

    /** How many of them failed. */
    public long failed() {
        return failed;
    }

    /** The first few that failed. */
    public List<Failure> firstFailures() {
        return List.copyOf(firstFailures);
    }

    /** How many columns there are. */
    public int width() {
        return columns.length;
    }

    public Moments column(int i) {
        return columns[i];
    }

    /** Whether column i is tallied as well. */
    public boolean isTallied(int i) {
        return i >= firstTallied && i < firstTallied + tallies.length;
    }

    /** The tally of column i, one of those that are tallied. */
    public Tally tally(int i) {
        return tallies[i - firstTallied];
    }
}
