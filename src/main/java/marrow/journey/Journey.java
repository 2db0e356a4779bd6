package marrow.journey;

import java.util.List;

/**
 * A journey as declared: what a patient is (tracks, facts), what may happen (clocks), what is used (accruals). The
 * order of the clocks is the order of simultaneous rings. Courses have already been written out as tracks, clocks and
 * accruals.
 */
public record Journey(List<Fact> facts, List<Track> tracks, List<Clock> clocks, List<Accrual> accruals) {
    public Journey {
        facts = List.copyOf(facts);
        tracks = List.copyOf(tracks);
        clocks = List.copyOf(clocks);
        accruals = List.copyOf(accruals);
    }

    public static Journey of(List<Track> tracks, List<Clock> clocks) {
        return new Journey(List.of(), tracks, clocks, List.of());
    }
}
