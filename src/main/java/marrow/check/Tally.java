package marrow.check;

/** How messages tell a number of things: {@code 1 patient}, {@code 2 patients}. */
public final class Tally {
    private Tally() {}

    /** @param thing one of them, in words whose plural ends in s */
    public static String of(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }
}
