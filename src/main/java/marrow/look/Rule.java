package marrow.look;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.trial.cohort.Calendar;
import marrow.trial.endpoint.Endpoint;

/** When a trial is looked at while it goes on, and what is decided then. Immutable. */
public interface Rule {
    /** As the scenario calls it. */
    String name();

    /** As statisticians call it. */
    String method();

    /** The analysis on whose hypothesis it decides; empty for one that watches over safety alone. */
    Optional<Analysis> decides();

    /** What must be known of each patient for it. */
    List<Endpoint> needs();

    /** The most looks that it takes, that at the end of the trial included if it has a say there. */
    int looks();

    /** What brings about its looks before the end, where that is known beforehand; else empty. */
    default List<Trigger> triggers() {
        return List.of();
    }

    /** Whether it has a say at the end of a trial that was not stopped; its last look is then that. */
    default boolean concludes() {
        return true;
    }

    /** The most looks that it takes before the end; 0 for one without a say there, which may watch for as long as the trial goes on. */
    default int looksBeforeTheEnd() {
        return concludes() ? looks() - 1 : 0;
    }

    /** Whether it may show efficacy before the end, or by limits of its own: it then decides on the whole level of its analysis. */
    default boolean seeksEfficacy() {
        return decides().isPresent();
    }

    /**
     * Whether it has a say at the end beside the other rules of its study. One that stops for futility alone leaves the end to a rule that seeks efficacy in the
     * same analysis: by its own it would test there once more, with the level that the other has spent.
     */
    default boolean concludesBeside(List<Rule> rules) {
        return concludes()
                && (seeksEfficacy()
                        || rules.stream()
                                .noneMatch(other ->
                                        other.seeksEfficacy() && other.decides().equals(decides())));
    }

    /** What was seen at a look of these minutes, from 0, and what it was held against. */
    default List<Judged> judged(Minutes minutes, int look) {
        return List.of();
    }

    /** From the cut of the data to the decision, days. */
    double lagDays();

    /** One thread's watch over the trials of a cohort. The data are cut before each look, and hold what {@link #needs} says. */
    Monitor monitor(Calendar calendar, Data data);

    /** Scratch of one thread. */
    interface Monitor {
        /** A new trial was enrolled. */
        void begin();

        /** Which look comes next, from 0; the number of {@link #looks} when none is left. */
        int next();

        /** The calendar day of the next look as arrivals stand; infinite when there is none. */
        double day();

        /** The calendar day after which nobody is enrolled until the decision of the next look; infinite if accrual goes on. */
        double pausesAfter();

        /** Takes the look that comes next, and writes down what is seen, beside {@link Minutes#open}. */
        Verdict look(Minutes minutes);

        /** The next look is not taken: it would come too late, or before the one that was taken last. */
        void skip();

        /** What it says at the end of a trial that was not stopped, if it {@link #concludes}; {@code GO_ON} leaves it open. */
        default Verdict conclude(Minutes minutes) {
            return Verdict.GO_ON;
        }
    }
}
