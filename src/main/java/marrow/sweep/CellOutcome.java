package marrow.sweep;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.design.Difference;
import marrow.design.Metric;
import marrow.design.Results;
import marrow.design.Role;
import marrow.montecarlo.Block;
import marrow.run.TruthOutcome;

/** What one cell of a sweep came to. */
public final class CellOutcome {
    private final Cells.Ready ready;
    private final Block here;
    private final Block there;
    private final boolean reference;
    private final Results results;

    CellOutcome(Cells.Ready ready, Block here, Block there, boolean reference) {
        this.ready = ready;
        this.here = here;
        this.there = there;
        this.reference = reference;
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

    /** From the reference, patient by patient; nothing for a number that is no mean over trials, and for the reference itself. */
    public Optional<Difference> difference(Metric metric) {
        return reference
                ? Optional.empty()
                : Difference.of(metric, here, there, ready.characteristics().width());
    }
}
