package marrow.stats.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GammaLawTest {
    /** R 4.2.2: pgamma(c(1, 5, 20, 0.3), c(2, 4.5, 30, 0.5)). */
    @Test
    void tails_are_those_of_r() {
        assertEquals(0.2642411176571153, GammaLaw.of(2).below(1), 1e-14);
        assertEquals(0.6495147876766386, GammaLaw.of(4.5).below(5), 1e-14);
        assertEquals(0.0218182175255574, GammaLaw.of(30).below(20), 1e-14);
        assertEquals(0.5614219739190001, GammaLaw.of(0.5).below(0.3), 1e-14);
    }

    /** R 4.2.2: qgamma(c(.025, .5, .975, .9), c(1, 3.5, 20, .5)). */
    @Test
    void quantiles_are_those_of_r() {
        assertEquals(0.0253178079842899, GammaLaw.of(1).quantile(0.025), 1e-12);
        assertEquals(3.1729055977607583, GammaLaw.of(3.5).quantile(0.5), 1e-11);
        assertEquals(29.6708535715855994, GammaLaw.of(20).quantile(0.975), 1e-10);
        assertEquals(1.3527717270477078, GammaLaw.of(0.5).quantile(0.9), 1e-11);
    }

    @Test
    void refusals() {
        assertThrows(IllegalArgumentException.class, () -> GammaLaw.of(0));
        assertThrows(IllegalArgumentException.class, () -> GammaLaw.of(1).below(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> GammaLaw.of(1).quantile(1));
    }
}
