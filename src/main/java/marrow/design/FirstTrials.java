package marrow.design;

import java.util.ArrayList;
import java.util.List;
import marrow.look.Committee;
import marrow.look.Rule;

/**
 * The first trials of a run, conducted to see which looks they have before their end: one trial where it has all, else as many as it takes, up to 100. A look that none of
 * them had, though one at least went to its own end, comes in few trials of the run if in any: one that comes in every twentieth is missed with a chance of 0.6 %.
 * Nothing is said of trials with more than 20,000 patients, nor where one of them fails.
 */
public final class FirstTrials {
    private static final int MOST_TRIALS = 100;
    private static final int MOST_PATIENTS = 20_000;

    private final List<Untaken> untaken;
    private final int trials;

    private FirstTrials(List<Untaken> untaken, int trials) {
        this.untaken = List.copyOf(untaken);
        this.trials = trials;
    }

    /**
     * A look before the end of the trial that none had.
     *
     * @param look from 0
     */
    public record Untaken(Rule rule, int look) {}

    public static FirstTrials of(Study study) {
        List<Untaken> missing = looksBeforeTheEnd(study.rules());
        int most = Math.min(MOST_TRIALS, MOST_PATIENTS / study.plan().patients());
        if (missing.isEmpty() || most == 0) {
            return new FirstTrials(List.of(), 0);
        }
        OneTrial trial = OneTrial.of(study);
        boolean ended = false;
        int trials = 0;
        while (trials < most && !missing.isEmpty()) {
            try {
                trial.conduct(trials);
                ended |= trial.stoppedBy().isEmpty();
                Committee committee = trial.committee();
                missing.removeIf(one -> committee
                        .minutes(study.rules().indexOf(one.rule()), one.look())
                        .taken());
            } catch (RuntimeException failed) {
                return new FirstTrials(List.of(), trials); // the run counts the trial, or says which patient is stuck
            }
            trials++;
        }
        return new FirstTrials(ended ? missing : List.of(), trials);
    }

    private static List<Untaken> looksBeforeTheEnd(List<Rule> rules) {
        List<Untaken> looks = new ArrayList<>();
        for (Rule rule : rules) {
            for (int look = 0; look < rule.looksBeforeTheEnd(); look++) {
                looks.add(new Untaken(rule, look));
            }
        }
        return looks;
    }

    /** The looks that none of these trials had. */
    public List<Untaken> untaken() {
        return untaken;
    }

    /** How many trials there were. */
    public int trials() {
        return trials;
    }
}
