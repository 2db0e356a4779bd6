package marrow.stats.regression;

/** What the partial likelihood makes of several events at one time: the methods of {@code survival::coxph}. */
public enum Ties {
    /** The tied events leave the risk set one after another, each by its average share. R's default. */
    EFRON,
    /** Each tied event sees the whole risk set. */
    BRESLOW
}
