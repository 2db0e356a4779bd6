package marrow.look;

/**
 * A number that was seen at a look, with what it was held against: at either bound and beyond it the rule decides. For some numbers beyond is above, for
 * others, such as a p-value, it is below.
 *
 * @param what     as statisticians call it
 * @param efficacy NaN where it shows no efficacy
 * @param futility NaN where it shows no futility
 */
public record Judged(String what, double seen, double efficacy, double futility) {}
