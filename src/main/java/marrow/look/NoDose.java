package marrow.look;

import java.util.List;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.analysis.Data;
import marrow.stats.dose.DoseRule;
import marrow.trial.RunIn;
import marrow.trial.cohort.Calendar;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.DoseFinding;
import marrow.trial.endpoint.Endpoint;

/** Ends a trial whose phase I recommends no dose, on the day on which that is known. Otherwise it says nothing. */
public record NoDose(String name, String method, RunIn runIn) implements Rule {
    @Override
    public Optional<Analysis> decides() {
        return Optional.empty();
    }

    @Override
    public List<Endpoint> needs() {
        return List.of(runIn.toxicity());
    }

    @Override
    public int looks() {
        return 1;
    }

    @Override
    public boolean concludes() {
        return false;
    }

    @Override
    public double lagDays() {
        return 0;
    }

    @Override
    public Monitor monitor(Calendar calendar, Data data) {
        return new Waiting(calendar.cohort());
    }

    private static final class Waiting implements Monitor {
        private final DoseFinding doses;
        private boolean looked;

        Waiting(Cohort cohort) {
            doses = cohort.doseFinding().orElseThrow(() -> new IllegalArgumentException("the trial has no phase I"));
        }

        @Override
        public void begin() {
            looked = false;
        }

        @Override
        public int next() {
            return looked ? 1 : 0;
        }

        @Override
        public double day() {
            return looked || doses.recommended() != DoseRule.NONE ? Double.POSITIVE_INFINITY : doses.endDay();
        }

        @Override
        public double pausesAfter() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Verdict look(Minutes minutes) {
            int toxic = 0;
            int treated = 0;
            for (int dose = 0; dose < doses.doses(); dose++) {
                treated += doses.treated(dose);
                toxic += doses.toxic(dose);
            }
            minutes.counts(treated, toxic);
            looked = true;
            return Verdict.HARM;
        }

        @Override
        public void skip() {
            looked = true;
        }
    }
}
