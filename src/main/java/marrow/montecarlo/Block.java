package marrow.montecarlo;

import java.util.Arrays;

/** The sums over some replicates that follow each other: one {@link Moments} a column. */
public final class Block {
    private final Moments[] columns;
    private long replicates;

    Block(int width) {
        columns = new Moments[width];
        Arrays.setAll(columns, i -> new Moments());
    }

    void add(double[] row) {
        replicates++;
        for (int i = 0; i < columns.length; i++) {
            columns[i].add(row[i]);
        }
    }

    /** Takes in a block that comes after this one. */
    void join(Block next) {
        replicates += next.replicates;
        for (int i = 0; i < columns.length; i++) {
            columns[i].join(next.columns[i]);
        }
    }

    public long replicates() {
        return replicates;
    }

    public Moments column(int i) {
        return columns[i];
    }
}
