package marrow.montecarlo;

/**
 * The rows of some replicates that follow each other, until they are summed up column by column: a column that is there as a whole is summed in
 * two passes of additions, where numbers that come one by one cost a division each (T3 20 ns a trial). Scratch of one thread.
 */
public final class Sheet {
    private final int width;
    private final double[] numbers; // row after row
    private final double[] column;
    private final Moments moments = new Moments();
    private int rows;

    private Sheet(int width, int most) {
        this.width = width;
        numbers = new double[width * most];
        column = new double[most + 1];
    }

    /** Room for the rows of a block. */
    public static Sheet of(Columns columns) {
        return of(columns, Simulation.BLOCK);
    }

    /** Room for so many rows. */
    static Sheet of(Columns columns, int most) {
        return new Sheet(columns.count(), most);
    }

    public void add(double[] row) {
        System.arraycopy(row, 0, numbers, rows * width, width);
        rows++;
    }

    /** How many there are. */
    public int rows() {
        return rows;
    }

    /** Adds the numbers of a column to those before. */
    void addTo(Moments before, int of) {
        moments.become(numbers, of, width, rows, column);
        before.join(moments);
    }

    void addTo(Tally before, int of) {
        for (int row = 0; row < rows; row++) {
            before.add(numbers[row * width + of]);
        }
    }

    void clear() {
        rows = 0;
    }
}
