package marrow.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.trial.Answers;
import marrow.trial.Cohort;
import marrow.trial.Endpoint;
import marrow.trial.Measures;
import marrow.trial.Quantity;
import marrow.trial.Response;
import marrow.trial.Sample;
import marrow.trial.Stratification;
import marrow.trial.StratumColumn;
import marrow.trial.TimeToEvent;

/** The data of one cut of the present trial: every endpoint as columns, made once however many analyses ask. */
public final class Data {
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private final Map<String, Answers> answers = new LinkedHashMap<>();
    private final Map<String, Measures> measures = new LinkedHashMap<>();
    private final Map<Stratification, StratumColumn> strata = new LinkedHashMap<>();

    /** Those that were asked for. */
    private final List<ArmCurve> curves = new ArrayList<>();

    private final Map<String, ArmCurve[]> curveOf = new HashMap<>();

    // The same as arrays: a walk through a map allocates, and a cut comes in every trial.
    private final Sample[] allSamples;
    private final Answers[] allAnswers;
    private final Measures[] allMeasures;

    private Data(Cohort cohort, Collection<? extends Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint instanceof TimeToEvent time) {
                samples.put(time.name(), Sample.of(cohort, time));
            } else if (endpoint instanceof Response response) {
                answers.put(response.name(), Answers.of(cohort, response));
            } else if (endpoint instanceof Quantity quantity) {
                measures.put(quantity.name(), Measures.of(cohort, quantity));
            } else if (endpoint instanceof Stratification layers) {
                strata.put(layers, StratumColumn.of(cohort, layers));
            }
        }
        allSamples = samples.values().toArray(Sample[]::new);
        allAnswers = answers.values().toArray(Answers[]::new);
        allMeasures = measures.values().toArray(Measures[]::new);
    }

    public static Data of(Cohort cohort, Collection<? extends Endpoint> endpoints) {
        return new Data(cohort, endpoints);
    }

    public void cutOn(double calendarDay) {
        cutOn(calendarDay, calendarDay);
    }

    /** The same where patients were enrolled after the cut, until a decision was made: what they use is counted. */
    public void cutOn(double calendarDay, double enrolledUntil) {
        for (Sample sample : allSamples) {
            sample.cutOn(calendarDay);
        }
        for (int i = 0; i < curves.size(); i++) {
            curves.get(i).forget();
        }
        for (Answers one : allAnswers) {
            one.cutOn(calendarDay);
        }
        for (Measures one : allMeasures) {
            one.cutOn(calendarDay, enrolledUntil);
        }
    }

    public Sample sample(TimeToEvent endpoint) {
        return samples.get(endpoint.name());
    }

    /** One arm of an endpoint. Asked for when a desk is made, not in every trial. */
    public ArmCurve arm(TimeToEvent endpoint, int arm) {
        Sample sample = sample(endpoint);
        ArmCurve[] ofArms = curveOf.computeIfAbsent(endpoint.name(), name -> new ArmCurve[sample.arms()]);
        if (ofArms[arm] == null) {
            ofArms[arm] = new ArmCurve(sample, arm);
            curves.add(ofArms[arm]);
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
        return strata.get(layers);
    }
}
