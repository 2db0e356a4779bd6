package marrow.design.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import marrow.analysis.Data;
import marrow.montecarlo.Estimate;
import marrow.montecarlo.InOrder;
import marrow.montecarlo.Moments;
import marrow.stats.survival.AalenJohansen;
import marrow.stats.survival.IncidenceVariance;
import marrow.trial.Plan;
import marrow.trial.cohort.Answers;
import marrow.trial.cohort.Cohort;
import marrow.trial.cohort.Measures;
import marrow.trial.cohort.Sample;
import marrow.trial.cohort.StratumColumn;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Quantity;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;
import marrow.trial.endpoint.TimeToEvent;

/**
 * Many patients of one arm whom nobody loses before the horizon, to read true values off. They live slice by slice, on
 * several threads; slices stand in their order, so the number of threads does not matter.
 */
final class LargeCohort {
    /** Patients a slice. */
    private static final int SLICE = 4096;

    private final Cohort like;
    private final Collection<? extends Endpoint> endpoints;
    private final long firstReplicate;
    private final List<String> spread;
    private final Map<Object, List<Object>> slices = new HashMap<>();
    private final Map<TimeToEvent, Rows> rows = new HashMap<>();
    private final Map<TimeToEvent, AalenJohansen> curves = new HashMap<>();

    private LargeCohort(
            Cohort like, Collection<? extends Endpoint> endpoints, long firstReplicate, List<String> spread) {
        this.like = like;
        this.endpoints = endpoints;
        this.firstReplicate = firstReplicate;
        this.spread = spread;
    }

    /** Of a time to an event the strata of the patients who are in its rows; of a response the answers in each stratum. */
    private record Layers(Endpoint endpoint, Stratification strata) {}

    /** Responses among those whose answer is known. */
    record Shares(long yes, long known) {}

    /** Room for the slices of one arm of a trial, of whose patients these endpoints will be asked. */
    static Cohort slice(Plan trial, int arm, Collection<? extends Endpoint> endpoints) {
        return Cohort.of(trial.only(arm).whomNobodyLoses(SLICE), endpoints);
    }

    /**
     * Lets them live. Where the caller's thread is interrupted, a {@link CancellationException} is thrown.
     *
     * @param slice          room for a slice
     * @param patients       at least so many
     * @param firstReplicate the number of the first slice; the others have the numbers below. Below 0, no trial has them
     * @param spread         clocks whose budgets lie on a {@link Lattice}; none for chance alone
     */
    static LargeCohort of(
            Cohort slice,
            Collection<? extends Endpoint> endpoints,
            int patients,
            long firstReplicate,
            List<String> spread,
            int threads) {
        int count = (patients + SLICE - 1) / SLICE;
        LargeCohort large = new LargeCohort(slice, endpoints, firstReplicate, spread);
        if (!InOrder.of(count, threads, large::maker, large::take).run()) {
            throw new CancellationException("interrupted while a large cohort lived");
        }
        return large;
    }

    private InOrder.Maker<Map<Object, Object>> maker() {
        Cohort cohort = like.another();
        Lattice lattice = spread.isEmpty() ? null : new Lattice(spread);
        cohort.withBudgets(lattice);
        Data data = Data.of(cohort, endpoints);
        return slice -> {
            if (lattice != null) {
                lattice.startAt(slice * SLICE);
            }
            cohort.enrol(firstReplicate - slice);
            data.cutOn(Double.POSITIVE_INFINITY);
            Map<Object, Object> read = new HashMap<>();
            for (Endpoint endpoint : endpoints) {
                if (endpoint instanceof Stratification strata) {
                    of(TimeToEvent.class)
                            .forEach(time -> read.put(new Layers(time, strata), layers(data, time, strata)));
                    of(Response.class)
                            .forEach(response ->
                                    read.put(new Layers(response, strata), answers(data, response, strata)));
                } else {
                    read.put(endpoint, copy(data, endpoint));
                }
            }
            return read;
        };
    }

    private <E extends Endpoint> Stream<E> of(Class<E> kind) {
        return endpoints.stream().filter(kind::isInstance).map(kind::cast);
    }

    private void take(Map<Object, Object> read) {
        read.forEach((what, part) ->
                slices.computeIfAbsent(what, first -> new ArrayList<>()).add(part));
    }

    private static int[] layers(Data data, TimeToEvent endpoint, Stratification strata) {
        Sample sample = data.sample(endpoint);
        StratumColumn column = data.strata(strata);
        return Arrays.stream(sample.patient(), 0, sample.size())
                .map(column::stratum)
                .toArray();
    }

    /** For each stratum how many are known to respond, and how many not to. */
    private static int[][] answers(Data data, Response endpoint, Stratification strata) {
        Answers answers = data.answers(endpoint);
        StratumColumn column = data.strata(strata);
        int[][] counts = new int[column.strata()][2];
        for (int i = 0; i < answers.patients(); i++) {
            int answer = answers.answer(i);
            if (answer != Answers.UNKNOWN) {
                counts[column.stratum(i)][answer == Answers.YES ? 0 : 1]++;
            }
        }
        return counts;
    }

    private static Object copy(Data data, Endpoint endpoint) {
        if (endpoint instanceof TimeToEvent time) {
            Sample sample = data.sample(time);
            int n = sample.size();
            return new Rows(
                    Arrays.copyOf(sample.time(), n),
                    Arrays.copyOf(sample.status(), n),
                    sample.entry() == null ? null : Arrays.copyOf(sample.entry(), n));
        }
        if (endpoint instanceof Response response) {
            Answers answers = data.answers(response);
            return new Shares(answers.yes(0), answers.known(0));
        }
        Measures measures = data.measures((Quantity) endpoint);
        return Moments.of(Arrays.copyOf(measures.value(), measures.size()));
    }

    /** The rows of all slices, put together once. */
    Rows rows(TimeToEvent endpoint) {
        return rows.computeIfAbsent(
                endpoint, of -> Rows.joined(slices.remove(of).stream().toArray(Rows[]::new)));
    }

    /** The chance to have had the event of interest by a day; empty where nobody is followed so long. */
    Optional<Estimate> incidence(TimeToEvent endpoint, double day) {
        return rows(endpoint).counted(endpoint.causes(), day).or(() -> readOff(curve(endpoint), day));
    }

    private static Optional<Estimate> readOff(AalenJohansen curve, double day) {
        return curve.isFollowedTo(day)
                ? Optional.of(
                        Estimate.of(curve.incidence(1, day), curve.standardError(1, day, IncidenceVariance.AALEN)))
                : Optional.empty();
    }

    /** The whole curve of an endpoint, made when somebody first asks. */
    AalenJohansen curve(TimeToEvent endpoint) {
        return curves.computeIfAbsent(endpoint, of -> rows(of).curve(of.causes()));
    }

    /** The stratum of each of the {@link #rows}. */
    IntStream strata(TimeToEvent endpoint, Stratification strata) {
        return slices.get(new Layers(endpoint, strata)).stream().flatMapToInt(part -> Arrays.stream((int[]) part));
    }

    /** For each stratum how many respond, and how many do not. */
    int[][] answers(Response endpoint, Stratification strata) {
        List<Object> parts = slices.get(new Layers(endpoint, strata));
        int[][] all = new int[((int[][]) parts.get(0)).length][2];
        for (Object part : parts) {
            for (int stratum = 0; stratum < all.length; stratum++) {
                all[stratum][0] += ((int[][]) part)[stratum][0];
                all[stratum][1] += ((int[][]) part)[stratum][1];
            }
        }
        return all;
    }

    Shares shares(Response endpoint) {
        long yes = 0;
        long known = 0;
        for (Object part : slices.get(endpoint)) {
            yes += ((Shares) part).yes;
            known += ((Shares) part).known;
        }
        return new Shares(yes, known);
    }

    Moments values(Quantity endpoint) {
        Moments all = new Moments();
        for (Object part : slices.get(endpoint)) {
            all.join((Moments) part);
        }
        return all;
    }
}
