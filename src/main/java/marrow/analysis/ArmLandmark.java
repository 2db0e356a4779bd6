package marrow.analysis;

import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.EffectiveNumber;
import marrow.stats.survival.KaplanMeier;
import marrow.stats.survival.LandmarkCount;
import marrow.trial.cohort.ArmRows;

/**
 * What the rows of an arm tell of one day since the origin: the chance to be free of every event by then, and to have had the event of interest. Where
 * nobody comes in late and few are censored before the day, patients are counted ({@link LandmarkCount}; T3 1.45 to 0.71 us a trial); otherwise the
 * arm's curve is read. Looked at once a cut, whoever asks. Scratch of one thread.
 */
public final class ArmLandmark {
    private final Data data;
    private final ArmCurve ofArm;
    private final int causes;
    private final double day;
    private final LandmarkCount count = new LandmarkCount();
    private final EffectiveNumber number = new EffectiveNumber();
    private final KaplanMeier.Scratch product = new KaplanMeier.Scratch();
    private long countedAt = -1;
    private boolean counted;

    ArmLandmark(Data data, ArmCurve ofArm, int causes, double day) {
        this.data = data;
        this.ofArm = ofArm;
        this.causes = causes;
        this.day = day;
    }

    /** Days since the origin. */
    double day() {
        return day;
    }

    /** Whether all rows, of which there are some, tell what happened by the day: so many are {@link #free} of so many {@link #patients}. */
    boolean isComplete() {
        return isCounted() && count.isComplete();
    }

    private boolean isCounted() {
        if (countedAt != data.cuts()) {
            counted = count(ofArm.rows());
            countedAt = data.cuts();
        }
        return counted;
    }

    private boolean count(ArmRows rows) {
        if (rows.size() == 0 || rows.entry() != null) {
            return false;
        }
        if (rows.areAllFollowedTo(day)) {
            count.countAll(day, causes, rows.time(), rows.status(), rows.size());
            return true;
        }
        return count.count(day, causes, rows.time(), rows.status(), rows.size());
    }

    /** How many patients there are, if they are complete. */
    int patients() {
        return count.patients();
    }

    /** How many of them had no event by the day, if they are complete. */
    int free() {
        return count.free();
    }

    /** How many of them had the event of interest by the day, if they are complete. */
    int withEvent() {
        return count.withEvent();
    }

    /** Whether the chances are known: somebody was observed up to the day, or nobody was left. */
    public boolean isFollowedTo() {
        return isCounted() ? count.isFollowedTo() : ofArm.curve().isFollowedTo(day);
    }

    /** The chance to be free of every event after the day. */
    public double eventFree() {
        return isCounted() ? count.eventFree() : ofArm.curve().eventFree(day);
    }

    /** Greenwood's standard error of it. */
    double eventFreeError() {
        return isCounted()
                ? count.eventFreeError()
                : product.fit(ofArm.curve().table()).standardError(day);
    }

    /** The chance to have had the event of interest by the day. */
    public double incidence() {
        return isCounted() ? count.incidence() : ofArm.curve().incidence(1, day);
    }

    /** How many patients followed to the day the chances are worth. */
    double effectiveNumber() {
        if (isComplete()) {
            return patients();
        }
        AalenJohansen curve = ofArm.curve();
        ArmRows rows = ofArm.rows();
        return number.at(day, rows.time(), rows.entry(), rows.size(), curve::eventFree);
    }
}
