package marrow.stats.sequential;

import marrow.check.Require;

/** An error spent along straight lines between points; made by {@link SpendingFunction#points}. */
final class SpendingPoints implements SpendingFunction {
    private final double[] fractions;
    private final double[] parts;

    private SpendingPoints(double[] fractions, double[] parts) {
        this.fractions = fractions;
        this.parts = parts;
    }

    static SpendingPoints of(double[] fractions, double[] parts) {
        if (fractions.length == 0 || fractions.length != parts.length) {
            throw new IllegalArgumentException("spending needs as many parts as fractions, and one at least; not "
                    + fractions.length + " fractions and " + parts.length + " parts");
        }
        Require.risingFromZero(fractions, "fractions");
        double before = 0;
        for (double part : parts) {
            if (!(part >= before && part <= 1)) {
                throw new IllegalArgumentException(
                        "parts must not fall and end at 1, but " + part + " follows " + before);
            }
            before = part;
        }
        if (fractions[fractions.length - 1] != 1 || before != 1) {
            throw new IllegalArgumentException("spending must end at fraction 1 with part 1, not at fraction "
                    + fractions[fractions.length - 1] + " with part " + before);
        }
        return new SpendingPoints(fractions.clone(), parts.clone());
    }

    @Override
    public double spent(double fraction, double error) {
        double fromT = 0;
        double from = 0;
        int i = 0;
        while (fractions[i] < fraction) {
            fromT = fractions[i];
            from = parts[i];
            i++;
        }
        return error * (from + (parts[i] - from) * ((fraction - fromT) / (fractions[i] - fromT)));
    }
}
