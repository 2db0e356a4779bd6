package marrow.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.design.Study;
import org.junit.jupiter.api.Test;

/**
 * The 33 children of Xie et al. 2023 against simulated cohorts of 33. Were the model exact, one line in twenty would lie outside on
 * average; counts are coarse, so that fewer do. Seed and cohorts are fixed: nothing here is left to chance.
 */
final class XieWithinPredictionTest {
    private static final int COHORTS = 2000;

    static List<Prediction> predictions(int cohorts) {
        Study study = Scenarios.study("short-course-rr");
        return Prediction.of(study.plan(), XieTables.figures(study.endpoints()), cohorts);
    }

    @Test
    void every_published_figure_lies_in_the_central_95_percent() {
        List<Prediction> predictions = predictions(COHORTS);
        System.out.println(CalibrationPage.xie(predictions));
        assertTrue(predictions.size() > 50, predictions.size() + " figures");
        List<String> outside = predictions.stream()
                .filter(prediction -> !prediction.inside())
                .map(prediction -> prediction.figure().what())
                .filter(what -> !what.equals(XieTables.CONTRADICTED))
                .toList();
        assertEquals(List.of(), outside);
    }
}
