package marrow.report.size;

import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.design.size.AccrualForecast;
import marrow.design.size.Effect;
import marrow.design.size.Textbook;
import marrow.montecarlo.Estimate;
import marrow.scenario.Scenario;
import marrow.scenario.trial.Truth;

/**
 * What `marrow size` is asked of an analysis.
 *
 * @param alpha      in place of the level of the analysis
 * @param truth      under which the power is wanted
 * @param effect     what the analysis is to find; empty where it cannot be named
 * @param value      of the effect under the truth: the target of its tilt, or from the large cohort; NaN if not known
 * @param aimed      whether the value is the target of a tilt
 * @param textbook   the formula beside the simulation
 * @param replicates trials a size
 */
public record SizeQuestion(
        Scenario scenario,
        long seed,
        Analysis analysis,
        double alpha,
        Truth truth,
        Optional<Effect> effect,
        Estimate value,
        boolean aimed,
        Optional<Textbook> textbook,
        long replicates,
        AccrualForecast accrual) {}
