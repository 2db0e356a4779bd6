package marrow.sweep;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.design.Role;
import marrow.design.metric.Difference;
import marrow.design.metric.Metric;
import marrow.design.metric.Results;
import marrow.montecarlo.Block;
import marrow.run.TruthOutcome;

/** What one cell of a sweep came to. */
public final class CellOutcome {
    private final Cells.Ready ready;
    private final Block here;
    private final Block there;
    private final boolean reference;
    private final Results results;
    private final Map<Integer, String> places;
    private final Map<Integer, String> placesThere;

    /**
     * @param there       the sums of the trials with which these are compared
     * @param placesThere and what stands in their columns
     */
    CellOutcome(Cells.Ready ready, Block here, Block there, Map<Integer, String> placesThere, boolean reference) {
        this.ready = ready;
        this.here = here;
        this.there = there;
        this.reference = reference;
        this.placesThere = placesThere;
        places = reference ? placesThere : ready.characteristics().places();
        results = ready.characteristics().results(here);
    }

    public Cell cell() {
        return ready.cell();
    }

    public Role role() {
        return ready.role();
    }

    /** The analyses as they are here: their levels may be what varies. */
    public List<Analysis> analyses() {
        return ready.characteristics().analyses();
    }

    /** The factors that were found for the truth's tilts. */
    public List<TruthOutcome.Found> tilts() {
        return ready.ground().tilts();
    }

    public Results results() {
        return results;
    }

    /** Whether the others are compared with this one. */
    public boolean isReference() {
        return reference;
    }

    /**
     * From the reference, patient by patient; nothing for a number that is no mean over trials, for one that the reference has not (survival at
     * another time), and for the reference itself.
     */
    public Optional<Difference> difference(Metric metric) {
        return reference || !Objects.equals(places.get(metric.column()), placesThere.get(metric.column()))
                ? Optional.empty()
                : Difference.of(metric, here, there, ready.characteristics().width());
    }
}
