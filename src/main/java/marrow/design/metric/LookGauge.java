package marrow.design.metric;

import java.util.ArrayList;
import java.util.List;
import marrow.look.Committee;
import marrow.look.Minutes;
import marrow.look.Rule;
import marrow.look.Verdict;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Moments;

/**
 * The operating characteristics of a rule, look by look. Numbers seen and bounds are means over the trials that had the look; shares are of
 * all trials. At the last look, at the end of the trial, a stop is a conclusion.
 */
final class LookGauge {
    private static final List<String> MEANS =
            List.of("n", "patients", "events", "time", "info_frac", "z_bound", "p_bound", "z_futility");
    private static final int TAKEN = MEANS.size();
    private static final int EFFICACY = TAKEN + 1;
    private static final int FUTILITY = TAKEN + 2;
    private static final int HARM = TAKEN + 3;
    private static final int COLUMNS = TAKEN + 4;

    private final int place;
    private final int looks;

    /** @param place of the rule among those of the study */
    LookGauge(Rule rule, int place) {
        this.place = place;
        looks = rule.looks();
    }

    int width() {
        return looks * COLUMNS;
    }

    /** Puts the numbers of the present trial in the row from {@code at} on. */
    void read(Committee committee, double[] row, int at) {
        for (int look = 0; look < looks; look++) {
            Minutes minutes = committee.minutes(place, look);
            int from = at + look * COLUMNS;
            row[from] = minutes.taken() ? minutes.enrolled() : Double.NaN;
            row[from + 1] = minutes.patients();
            row[from + 2] = minutes.events();
            row[from + 3] = minutes.day();
            row[from + 4] = minutes.fraction();
            row[from + 5] = finite(minutes.efficacyZ());
            row[from + 6] = minutes.efficacyP();
            row[from + 7] = finite(minutes.futilityZ());
            row[from + TAKEN] = minutes.taken() ? 1 : 0;
            row[from + EFFICACY] = minutes.verdict() == Verdict.EFFICACY ? 1 : 0;
            row[from + FUTILITY] = minutes.verdict() == Verdict.FUTILITY ? 1 : 0;
            row[from + HARM] = minutes.verdict() == Verdict.HARM ? 1 : 0;
        }
    }

    /** A bound that nothing can cross is none. */
    private static double finite(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound;
    }

    /** The metrics of each look. */
    List<List<Metric>> metrics(Block block, int at) {
        List<List<Metric>> all = new ArrayList<>();
        long shown = 0;
        for (int look = 0; look < looks; look++) {
            int from = at + look * COLUMNS;
            List<Metric> metrics = new ArrayList<>();
            for (int k = 0; k < MEANS.size(); k++) {
                if (block.column(from + k).count() > 0) {
                    metrics.add(Metric.mean(MEANS.get(k), block, from + k));
                }
            }
            Moments efficacy = block.column(from + EFFICACY);
            shown += efficacy.count() == 0 ? 0 : Math.round(efficacy.mean() * efficacy.count());
            metrics.add(share("p_look", block, from + TAKEN));
            metrics.add(share("p_stop_efficacy", block, from + EFFICACY));
            metrics.add(share("p_stop_futility", block, from + FUTILITY));
            metrics.add(share("p_stop_harm", block, from + HARM));
            metrics.add(new Metric("cum_power", Estimate.share(shown, block.replicates())));
            all.add(metrics);
        }
        return all;
    }

    private static Metric share(String name, Block block, int column) {
        return new Metric(name, Estimate.share(block.column(column)), column);
    }
}
