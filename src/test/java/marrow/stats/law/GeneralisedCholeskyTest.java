package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeneralisedCholeskyTest {
    private final SplittableRandom random = new SplittableRandom(31);

    /** [4 2; 2 5] = L diag(4, 4) L' with 1/2 below the diagonal; its inverse is [5 -2; -2 4] / 16. */
    @Test
    void by_hand() {
        GeneralisedCholesky cholesky = new GeneralisedCholesky(2);
        assertEquals(2, cholesky.factor(new double[] {4, 2, 2, 5}, 2));
        assertEquals(2, cholesky.rank());
        double[] x = {8, 12};
        cholesky.solve(x);
        assertArrayEquals(new double[] {1, 2}, x, 1e-15);
        assertEquals(32, cholesky.quadraticForm(new double[] {8, 12}), 1e-14);
        double[] inverse = new double[4];
        cholesky.inverse(inverse, new double[2]);
        assertArrayEquals(new double[] {5 / 16.0, -2 / 16.0, -2 / 16.0, 4 / 16.0}, inverse, 1e-16);
    }

    /** Random covariances of size 1 to 6 and of every rank: A A^- A = A, and all answers are those of A^-. */
    @Test
    void generalised_inverses_of_every_rank() {
        GeneralisedCholesky cholesky = new GeneralisedCholesky(6);
        for (int trial = 0; trial < 600; trial++) {
            int p = 1 + trial % 6;
            int rank = random.nextInt(p + 1);
            double[] a = covariance(p, rank);
            assertEquals(rank, cholesky.factor(a, p));
            int kept = 0;
            for (int j = 0; j < p; j++) {
                kept += cholesky.kept(j) ? 1 : 0;
            }
            assertEquals(rank, kept);
            double[] inverse = new double[p * p];
            cholesky.inverse(inverse, new double[p]);
            assertArrayEquals(a, times(times(a, inverse, p), a, p), 1e-8);
            double[] u = times(a, random.doubles((long) p * p).toArray(), p); // columns that A can reach
            double[] b = new double[p];
            for (int i = 0; i < p; i++) {
                b[i] = u[i * p];
            }
            double[] x = b.clone();
            cholesky.solve(x);
            double form = 0;
            for (int i = 0; i < p; i++) {
                double row = 0;
                double back = 0;
                for (int j = 0; j < p; j++) {
                    row += inverse[i * p + j] * b[j];
                    back += a[i * p + j] * x[j];
                }
                assertEquals(row, x[i], 1e-8);
                assertEquals(b[i], back, 1e-8);
                assertTrue(cholesky.kept(i) || x[i] == 0);
                form += b[i] * x[i];
            }
            assertEquals(form, cholesky.quadraticForm(b), 1e-8);
        }
    }

    /** B B' of whole numbers in p rows and `rank` columns, so that dependence is exact. */
    private double[] covariance(int p, int rank) {
        double[] a = new double[p * p];
        double[] column = new double[p];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < p; i++) {
                column[i] = i < k ? 0 : i == k ? 1 + random.nextInt(3) : random.nextInt(-2, 3);
            }
            for (int i = 0; i < p * p; i++) {
                a[i] += column[i / p] * column[i % p];
            }
        }
        return a;
    }

    private static double[] times(double[] a, double[] b, int p) {
        double[] product = new double[p * p];
        for (int i = 0; i < p * p; i++) {
            for (int k = 0; k < p; k++) {
                product[i] += a[i / p * p + k] * b[k * p + i % p];
            }
        }
        return product;
    }

    /** The column left out is the later of two that say the same. */
    @Test
    void what_depends_on_those_before_is_left_out() {
        GeneralisedCholesky cholesky = new GeneralisedCholesky(3);
        assertEquals(2, cholesky.factor(new double[] {1, 1, 0, 1, 1, 0, 0, 0, 2}, 3));
        assertTrue(cholesky.kept(0));
        assertFalse(cholesky.kept(1));
        assertTrue(cholesky.kept(2));
        double[] x = {3, 3, 4};
        cholesky.solve(x);
        assertArrayEquals(new double[] {3, 0, 2}, x);
    }

    /** A diagonal of 1e-12 of the largest, one at the floor, and a pivot of 1e-10 of its own are nothing. */
    @Test
    void what_is_rounding() {
        GeneralisedCholesky cholesky = new GeneralisedCholesky(2);
        assertEquals(1, cholesky.factor(new double[] {1, 0, 0, 1e-12}, 2));
        assertEquals(2, cholesky.factor(new double[] {1, 0, 0, 1.1e-12}, 2));
        assertEquals(1, cholesky.factor(new double[] {1, 0, 0, 0.5}, 2, 0.5));
        assertEquals(2, cholesky.factor(new double[] {1, 0, 0, 0.51}, 2, 0.5));
        assertEquals(1, cholesky.factor(new double[] {1e-13, 0, 0, 1}, 2));
        assertEquals(1, cholesky.factor(new double[] {100, 0, 0, 1e-10}, 2));
        assertEquals(2, cholesky.factor(new double[] {100, 0, 0, 1.1e-10}, 2));
        assertEquals(0, cholesky.factor(new double[4], 2));
        assertEquals(1, cholesky.factor(new double[] {1, 1, 1, 1 + 0.9e-10}, 2));
        assertFalse(cholesky.kept(1));
        assertEquals(2, cholesky.factor(new double[] {1, 1, 1, 1 + 1.1e-10}, 2));
    }

    /** A smaller matrix after a larger one, in the first places of the same room. */
    @Test
    void room_is_used_again() {
        GeneralisedCholesky used = new GeneralisedCholesky(4);
        used.factor(covariance(4, 4), 4);
        double[] a = Arrays.copyOf(covariance(2, 2), 16);
        assertEquals(2, used.factor(a, 2));
        double[] inverse = new double[4];
        used.inverse(inverse, new double[2]);
        GeneralisedCholesky fresh = new GeneralisedCholesky(2);
        fresh.factor(a, 2);
        double[] expected = new double[4];
        fresh.inverse(expected, new double[2]);
        assertArrayEquals(expected, inverse);
    }
}
