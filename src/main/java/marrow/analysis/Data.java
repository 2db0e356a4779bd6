package marrow.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Measures;
import marrow.trial.cohort.Sample;
import marrow.trial.cohort.StratumColumn;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;

/**
 * The data of one cut of the present trial: every endpoint as columns, and what analyses find in them, made once however many ask. A trial that is
 * looked at is cut for its looks, and once more for all that is asked of it; where that is the cut of the last look, what was made for the look stays. Scratch
 * of one thread.
 */
public final class Data {
    private final Cohort cohort;
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final Map<String, Answers> answers = new LinkedHashMap<>();
    private final Map<String, Measures> measures = new LinkedHashMap<>();
    private final Map<Stratification, StratumColumn> strata = new LinkedHashMap<>();
    private final Map<String, ArmCurve[]> curveOf = new HashMap<>();

    /** By the object: an analysis of a study and that on which its rule decides are one. */
    private final IdentityHashMap<Analysis, Inquiry> inquiries = new IdentityHashMap<>();

    private final Part looks = new Part();
    private final Part others = new Part();

    private long cuts;
    private double cutDay = Double.NaN;
    private double enrolledUntil;
    private long changesAtCut;

    private Data(Cohort cohort, Collection<? extends Endpoint> atLooks, Collection<? extends Endpoint> endpoints) {
        this.cohort = cohort;
        atLooks.forEach(endpoint -> add(endpoint, looks));
        endpoints.stream().filter(endpoint -> !atLooks.contains(endpoint)).forEach(endpoint -> add(endpoint, others));
    }

    /** Endpoints that are cut together. */
    private static final class Part {
        final List<Sample> samples = new ArrayList<>();
        final List<Answers> answers = new ArrayList<>();
        final List<Measures> measures = new ArrayList<>();

        void cutOn(double calendarDay, double enrolledUntil) { // by number: an iterator would be made in every trial
            for (int i = 0; i < samples.size(); i++) {
                samples.get(i).cutOn(calendarDay);
            }
            for (int i = 0; i < answers.size(); i++) {
                answers.get(i).cutOn(calendarDay);
            }
            for (int i = 0; i < measures.size(); i++) {
                measures.get(i).cutOn(calendarDay, enrolledUntil);
            }
        }
    }

    private void add(Endpoint endpoint, Part part) {
        if (endpoint instanceof TimeToEvent time) {
            Sample sample = Sample.of(cohort, time);
            samples.put(time.name(), sample);
            part.samples.add(sample);
        } else if (endpoint instanceof Response response) {
            Answers asked = Answers.of(cohort, response);
            answers.put(response.name(), asked);
            part.answers.add(asked);
        } else if (endpoint instanceof Quantity quantity) {
            Measures taken = Measures.of(cohort, quantity);
            measures.put(quantity.name(), taken);
            part.measures.add(taken);
        } else if (endpoint instanceof Stratification layers) {
            strata.put(layers, StratumColumn.of(cohort, layers));
        }
    }

    public static Data of(Cohort cohort, Collection<? extends Endpoint> endpoints) {
        return new Data(cohort, List.of(), endpoints);
    }

    /**
     * @param atLooks   those that are asked for before the trial is over
     * @param endpoints those that are asked for in the end, with the others or without
     */
    public static Data of(
            Cohort cohort, Collection<? extends Endpoint> atLooks, Collection<? extends Endpoint> endpoints) {
        return new Data(cohort, atLooks, endpoints);
    }

    /** Cuts for a look: only what looks ask for. The rest is void until all is cut. */
    public void cutForLookOn(double calendarDay) {
        begin(calendarDay, calendarDay);
        looks.cutOn(calendarDay, calendarDay);
    }

    public void cutOn(double calendarDay) {
        cutOn(calendarDay, calendarDay);
    }

    /** The same where patients were enrolled after the cut, until a decision was made: what they use is counted. */
    public void cutOn(double calendarDay, double enrolledUntil) {
        boolean isThatOfTheLook =
                calendarDay == cutDay && enrolledUntil == this.enrolledUntil && changesAtCut == cohort.changes();
        if (!isThatOfTheLook) {
            begin(calendarDay, enrolledUntil);
            looks.cutOn(calendarDay, enrolledUntil);
        }
        others.cutOn(calendarDay, enrolledUntil);
    }

    private void begin(double calendarDay, double enrolledUntil) {
        cuts++;
        cutDay = calendarDay;
        this.enrolledUntil = enrolledUntil;
        changesAtCut = cohort.changes();
    }

    /** Counts up with the cuts, so that what is made of the data knows when to be made anew. */
    long cuts() {
        return cuts;
    }

    /** An analysis put to the data; the same for all who put it. Asked for when a thread makes itself ready, not in every trial. */
    public Inquiry inquiry(Analysis analysis) {
        return inquiries.computeIfAbsent(analysis, asked -> new Inquiry(this, asked));
    }

    public Sample sample(TimeToEvent endpoint) {
        return samples.get(endpoint.name());
    }

    /** One arm of an endpoint. Asked for when a desk is made, not in every trial. */
    public ArmCurve arm(TimeToEvent endpoint, int arm) {
        Sample sample = sample(endpoint);
        ArmCurve[] ofArms = curveOf.computeIfAbsent(endpoint.name(), name -> new ArmCurve[sample.arms()]);
        if (ofArms[arm] == null) {
            ofArms[arm] = new ArmCurve(this, sample, arm);
        }
        return ofArms[arm];
    }

    public Answers answers(Response endpoint) {
        return answers.get(endpoint.name());
    }

    public Measures measures(Quantity endpoint) {
        return measures.get(endpoint.name());
    }

    public StratumColumn strata(Stratification layers) {
        StratumColumn column = strata.get(layers);
        if (column == null) { // without strata a stratified test would be another test
            throw new IllegalArgumentException("nobody asked for the strata of " + layers.name());
        }
        return column;
    }
}
