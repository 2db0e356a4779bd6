package marrow.trial.endpoint;

import java.util.List;

/**
 * Which stratum a patient belongs to: the states of some tracks that nothing moves after entry, as a stratified test or
 * model asks for.
 */
public record Stratification(List<String> tracks) implements Endpoint {
    public Stratification {
        tracks = List.copyOf(tracks);
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("strata are made of one track or more");
        }
    }

    @Override
    public String name() {
        return String.join(" and ", tracks);
    }

    @Override
    public List<Reading> readings() {
        return tracks.stream().<Reading>map(Reading.Band::new).toList();
    }
}
