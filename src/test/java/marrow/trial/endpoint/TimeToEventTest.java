package marrow.trial.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeToEventTest {
    private static TimeToEvent of(List<String> events, List<String> competing, List<String> censoring, Visits visits) {
        return new TimeToEvent(
                "RFS", null, events, competing, censoring, Set.of("relapse"), Optional.ofNullable(visits));
    }

    @Test
    void every_mark_has_one_status() {
        TimeToEvent endpoint = TimeToEvent.of("RFS", "cr", "relapse", "second").competingWith("death", "transplant");
        assertEquals(
                "{relapse=1, second=1, death=2, transplant=3}",
                endpoint.status().toString());
        assertEquals(3, endpoint.causes());
        assertEquals(5, endpoint.readings().size(), "four marks and the origin");
    }

    @Test
    void refusals() {
        Visits visits = new Visits(30, 30);
        assertThrows(IllegalArgumentException.class, () -> TimeToEvent.of("RFS", null));
        assertEquals(
                "RFS: death is named twice",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> of(List.of("relapse", "death"), List.of("death"), List.of(), visits))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> of(List.of("relapse"), List.of(), List.of("relapse"), visits));
        assertThrows(IllegalArgumentException.class, () -> of(List.of("relapse"), List.of(), List.of(), null));
        assertThrows(IllegalArgumentException.class, () -> of(List.of("death"), List.of(), List.of(), visits));
    }
}
