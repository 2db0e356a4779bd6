package marrow.analysis;

import java.util.List;
import marrow.trial.endpoint.Endpoint;

/** One estimator or test on one endpoint: what is asked of the data of each trial. Immutable. */
public interface Analysis {
    /** As the scenario calls it. */
    String name();

    /** As statisticians call it. */
    String method();

    Endpoint endpoint();

    /** What must be known of each patient for it. */
    default List<Endpoint> needs() {
        return List.of(endpoint());
    }

    /** Whether it estimates something, be there a true value of it or not. */
    default boolean estimates() {
        return true;
    }

    /** What the estimate is of, so that its true value can be found. */
    Estimand estimand();

    /** The hypothesis, or null for an estimate alone. */
    Hypothesis hypothesis();

    /** Whether all patients of a trial of so many arms count, with all events of the endpoint: of an analysis of one arm, if there is no other. */
    default boolean countsAll(int arms) {
        return arms == 1;
    }

    /** A desk in one thread, at which the data of one trial after the other are analysed. */
    Desk desk(Data data);

    /** Scratch of one thread. */
    interface Desk {
        /** Fills a finding, which has been cleared, from the data as they were last cut. */
        void analyse(Finding finding);
    }
}
