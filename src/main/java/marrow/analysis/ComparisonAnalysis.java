package marrow.analysis;

import java.util.List;
import marrow.trial.endpoint.Endpoint;

/** An analysis of the times to an event of groups. */
interface ComparisonAnalysis extends Analysis {
    /** What is compared with what. */
    Comparison of();

    @Override
    default String name() {
        return of().name();
    }

    @Override
    default Endpoint endpoint() {
        return of().endpoint();
    }

    @Override
    default List<Endpoint> needs() {
        return of().needs();
    }

    @Override
    default boolean countsAll(int arms) {
        return of().grouping().countsAll(arms);
    }
}
