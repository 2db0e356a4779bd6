package marrow.stats.survival;

/**
 * Three estimates of the variance of a cumulative incidence F(t), in the notation of {@link AalenJohansen}; c is the cause,
 * d all events, H = F(t) - F(t(j)) what is still to come.
 */
public enum IncidenceVariance {
    /**
     * The infinitesimal jackknife, sum over subjects of (w dF(t)/dw)^2: what R's {@code survfit} prints for a competing
     * risks model. Without truncation and weights it equals {@link #GREENWOOD}.
     */
    INFINITESIMAL_JACKKNIFE,

    /**
     * Multinomial jumps: sum of (S-^2 / n) [H^2 / (p S-^2) + c/n - (H / S- + c/n)^2] with S- the survival before t(j) and
     * p = 1 - d/n. What R's {@code etm} prints. Allignol, Schumacher and Beyersmann (2010), Biom. J. 52:126-137.
     */
    GREENWOOD,

    /**
     * Aalen (1978), Ann. Statist. 6:534-545, as {@code cuminc} of R's {@code cmprsk} computes it: sum of S-^2 / n^2
     * [(1 - H/S)^2 c k(c) + (H/S)^2 (d - c) k(d - c)], where k(m) = 1 - (m - 1) / (n - 1) corrects for ties when m &gt; 1,
     * and H/S is 0 where the survival S after t(j) is 0. Unlike the others it does not vanish where F reaches 1.
     */
    AALEN
}
