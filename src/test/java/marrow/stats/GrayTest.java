package marrow.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class GrayTest {
    /** All data sets with two groups, both causes, rho 0 and 1, with and without strata; see gray.R. */
    @Test
    void r_finds_the_same_in_every_data_set() {
        int compared = 0;
        for (String[] row : ComparisonData.reference("gray")) {
            ComparisonData.Set set = ComparisonData.set(row[0]);
            Subjects subjects = Subjects.of(set.time(), set.status()).in(set.group());
            if (row[2].equals("1")) {
                subjects.within(set.stratum());
            }
            String what = String.join(" ", row[0], row[1], row[2], row[3]);
            Gray gray = Gray.of(subjects, set.groups(), Integer.parseInt(row[1]), Double.parseDouble(row[3]));
            int degrees = Integer.parseInt(row[5]);
            if (row[4].equals("-1") || row[4].equals("NaN")) {
                assertTrue(gray.degreesOfFreedom() < degrees, what + " " + gray.chiSquare());
                continue;
            }
            compared++;
            assertEquals(degrees, gray.degreesOfFreedom(), what);
            Agreement.estimate(Double.parseDouble(row[4]), gray.chiSquare(), 1e-3, what);
            Agreement.p(Double.parseDouble(row[6]), gray.p(), what);
        }
        assertTrue(compared > 5_000, "compared: " + compared);
    }

    @Test
    void nothing_to_compare_is_no_evidence() {
        Gray censored = Gray.of(Subjects.of(new double[] {1, 2}, new int[2]).in(new int[] {0, 1}), 2, 1, 0);
        assertEquals(0, censored.chiSquare());
        assertEquals(1, censored.p());
        assertEquals(0, censored.degreesOfFreedom());
    }

    @Test
    void left_truncation_is_refused() {
        Subjects subjects = Subjects.of(new double[] {1}, new int[] {1}).entering(new double[1]);
        assertThrows(IllegalArgumentException.class, () -> Gray.of(subjects, 2, 1, 0));
    }

    @Test
    void allocates_nothing_when_repeated() {
        Subjects subjects = Leukaemia6MP.subjects();
        Gray gray = new Gray(42, 2);
        assertEquals(0, LogRankTest.allocatedBy(() -> gray.test(subjects, 1, 0)));
    }
}
