package marrow.trial.endpoint;

import java.util.List;

/** A variable of the study: what is to be known of each patient. */
public sealed interface Endpoint permits TimeToEvent, Response, Quantity, Stratification {
    String name();

    /** What must be read off a life for it. */
    List<Reading> readings();
}
