package marrow.report.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marrow.journey.Track;
import marrow.journey.life.CompiledJourney;
import marrow.journey.life.Patient;

/**
 * What happens to whom and by when, found by letting patients live to the horizon. The share that has a mark by a day
 * is the cumulative incidence in the presence of everything else; nobody is lost. Its Monte Carlo standard error is
 * {@code sqrt(p (1 - p) / n)}; that of a mean use is {@code s / sqrt(n)}.
 *
 * @param days the days asked about (patient time), rising; the last is the horizon
 */
record EventRates(int patients, List<Double> days, List<AtEntry> atEntry, List<Rate> rates, List<Use> uses) {

    /** Who starts in which state of a track that nothing moves, where that differs between patients. */
    record AtEntry(String track, List<String> states, List<Double> share, List<Double> error) {}

    /** @param medianDay of the first time, among those who have it by the horizon; NaN where nobody has */
    record Rate(String mark, List<Double> share, List<Double> error, double medianDay) {}

    /** The mean in an account over all patients. */
    record Use(String account, double mean, double error) {}

    /** Patients of replicate 0. Marks that the entry gives are left out, for everybody has them. */
    static EventRates of(JourneyMap map, long seed, int patients, double horizon) {
        List<Double> days = days(horizon);
        CompiledJourney journey = CompiledJourney.of(map.journey(), map.entry());
        Patient patient = Patient.of(journey, seed);
        List<Track> tracks = map.fixedTracks().stream()
                .filter(track -> map.start(track) == null)
                .toList();
        int[] number = tracks.stream()
                .mapToInt(track -> journey.trackNames().indexOf(track.name()))
                .toArray();
        int[][] started =
                tracks.stream().map(track -> new int[track.states().size()]).toArray(int[][]::new);
        int marks = journey.markNames().size();
        int accounts = journey.accountNames().size();
        double[][] first = new double[marks][patients];
        double[][] used = new double[accounts][patients];
        for (int i = 0; i < patients; i++) {
            patient.live(0, i, horizon);
            for (int k = 0; k < number.length; k++) {
                started[k][patient.state(number[k]) - journey.firstStateOf(number[k])]++;
            }
            for (int mark = 0; mark < marks; mark++) {
                first[mark][i] = patient.firstDay(mark);
            }
            for (int account = 0; account < accounts; account++) {
                used[account][i] = patient.account(account);
            }
        }
        List<AtEntry> atEntry = IntStream.range(0, number.length)
                .mapToObj(k -> atEntry(tracks.get(k), started[k], patients))
                .toList();
        Map<String, ?> given = map.entry().daysSince();
        List<Rate> rates = IntStream.range(0, marks)
                .filter(mark -> !given.containsKey(journey.markNames().get(mark)))
                .mapToObj(mark -> rate(journey.markNames().get(mark), first[mark], days))
                .toList();
        List<Use> uses = IntStream.range(0, accounts)
                .mapToObj(account -> use(journey.accountNames().get(account), used[account]))
                .toList();
        return new EventRates(patients, days, atEntry, rates, uses);
    }

    private static List<Double> days(double horizon) {
        List<Double> days = new ArrayList<>();
        for (double day : new double[] {100, 365.25, 2 * 365.25}) {
            if (day < horizon) {
                days.add(day);
            }
        }
        days.add(horizon);
        return List.copyOf(days);
    }

    private static AtEntry atEntry(Track track, int[] started, int patients) {
        List<Double> share =
                Arrays.stream(started).mapToObj(n -> (double) n / patients).toList();
        return new AtEntry(
                track.name(),
                track.states(),
                share,
                share.stream().map(p -> error(p, patients)).toList());
    }

    private static double error(double p, int n) {
        return Math.sqrt(p * (1 - p) / n);
    }

    private static Rate rate(String mark, double[] firstDays, List<Double> days) {
        double[] had = Arrays.stream(firstDays)
                .filter(day -> !Double.isNaN(day))
                .sorted()
                .toArray();
        int n = firstDays.length;
        List<Double> share = new ArrayList<>();
        List<Double> error = new ArrayList<>();
        for (double by : days) {
            double p = (double) Arrays.stream(had).filter(day -> day <= by).count() / n;
            share.add(p);
            error.add(error(p, n));
        }
        return new Rate(mark, List.copyOf(share), List.copyOf(error), median(had));
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static Use use(String account, double[] used) {
        int n = used.length;
        double sum = 0;
        for (double value : used) {
            sum += value;
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : used) {
            squares += (value - mean) * (value - mean);
        }
        return new Use(account, mean, Math.sqrt(squares / (n - 1) / n));
    }
}
