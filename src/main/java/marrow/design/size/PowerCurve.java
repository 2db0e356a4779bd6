package marrow.design.size;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import marrow.analysis.Analysis;
import marrow.check.Require;
import marrow.montecarlo.Block;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.Progress;
import marrow.montecarlo.Simulation;
import marrow.trial.Plan;

/**
 * The power of one analysis against the number of patients, by simulation. Patient i of replicate r is the same in trials of
 * every size, and comes on the same day unless accrual is given by its length. So differences between sizes are far sharper
 * than each power by itself. A size is simulated when it is first asked for.
 */
public final class PowerCurve {
    private final Plan plan;
    private final Analysis analysis;
    private final double alpha;
    private final long replicates;
    private final int threads;
    private final Progress progress;
    private final Map<Integer, PowerAt> known = new TreeMap<>();
    private KeptSizes kept = KeptSizes.NONE;

    private PowerCurve(Plan plan, Analysis analysis, double alpha, long replicates, int threads, Progress progress) {
        this.plan = plan;
        this.analysis = analysis;
        this.alpha = alpha;
        this.replicates = replicates;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * @param plan  of any size, under the truth that is wanted
     * @param alpha in place of the level of the analysis
     */
    public static PowerCurve of(
            Plan plan, Analysis analysis, double alpha, long replicates, int threads, Progress progress) {
        Require.openProbability(alpha, "alpha");
        return new PowerCurve(plan, analysis, alpha, replicates, threads, progress);
    }

    /** Takes trials from here that were made before, and keeps those that are made. */
    public PowerCurve keeping(KeptSizes trialsMadeBefore) {
        kept = trialsMadeBefore;
        return this;
    }

    /** The power with so many patients. Where the caller's thread is interrupted, a {@link CancellationException} is thrown. */
    public PowerAt at(int patients) {
        return known.computeIfAbsent(patients, this::simulate);
    }

    private PowerAt simulate(int patients) {
        Rejections trials = new Rejections(plan.opening(null).ofSize(patients), analysis, alpha);
        Block sums = Simulation.of(trials, replicates, threads, progress)
                .keeping(kept.of(patients, trials.columns()))
                .run();
        if (sums.replicates() < replicates) {
            throw new CancellationException("interrupted at " + patients + " patients");
        }
        return new PowerAt(
                patients,
                Estimate.share(sums.column(Rejections.REJECTS)),
                sums.column(Rejections.PATIENTS).mean(),
                sums.column(Rejections.EVENTS).mean());
    }
}
