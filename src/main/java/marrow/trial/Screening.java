package marrow.trial;

import marrow.random.AddressedRandom;

/**
 * Patients who are screened and not enrolled: of each a share fails, being not eligible or not consenting, and the trial
 * goes on screening until it is full.
 *
 * @param coming  when patients come to be screened
 * @param failing the share of them who are not enrolled
 */
public record Screening(Recruitment coming, double failing) implements Recruitment {
    private static final long FAILURE = AddressedRandom.clockKey("trial: screen failure");

    public Screening {
        if (!(failing >= 0 && failing < 1)) {
            throw new IllegalArgumentException(
                    "the share that fails screening lies between 0 and 1, 1 not included, and is not " + failing);
        }
        if (coming instanceof Screening) {
            throw new IllegalArgumentException("patients are screened once: multiply the shares that pass");
        }
    }

    @Override
    public Arrivals arrivals() {
        return new Screened(coming.arrivals(), failing);
    }

    /**
     * First who of those screened is enrolled, then when all of them come. The two have streams of their own, so that
     * neither a larger trial nor another share of failures moves the days on which patients come to be screened.
     */
    private static final class Screened implements Arrivals {
        private final Arrivals coming;
        private final double failing;
        private int[] place = {};
        private double[] screenedOn = {};

        Screened(Arrivals coming, double failing) {
            this.coming = coming;
            this.failing = failing;
        }

        @Override
        public void fill(double[] day, int n, AddressedRandom random) {
            int screened = screen(n, random);
            if (screenedOn.length < screened) {
                screenedOn = new double[screened + screened / 2];
            }
            coming.fill(screenedOn, screened, random);
            for (int i = 0; i < n; i++) {
                day[i] = screenedOn[place[i]];
            }
        }

        @Override
        public int screenedFor(int enrolled) {
            return enrolled == 0 ? 0 : place[enrolled - 1] + 1;
        }

        private int screen(int n, AddressedRandom random) {
            if (place.length < n) {
                place = new int[n];
            }
            random.at(FAILURE, 0);
            int screened = 0;
            for (int i = 0; i < n; i++) {
                while (random.uniform() < failing) {
                    screened++;
                }
                place[i] = screened++;
            }
            return screened;
        }
    }
}
