package marrow.scenario.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("remission", "relapsed", "relapse-1y", "none", "mild");

    @Test
    void a_slip_of_the_finger_is_recognised() {
        assertEquals(Optional.of("remission"), Nearest.to("remision", KNOWN));
        assertEquals(Optional.of("relapsed"), Nearest.to("relasped", KNOWN));
        assertEquals(Optional.of("relapse-1y"), Nearest.to("Relapse_1y", KNOWN));
        assertEquals(Optional.of("mild"), Nearest.to("mid", KNOWN));
    }

    @Test
    void another_word_is_not() {
        assertEquals(Optional.empty(), Nearest.to("severe", KNOWN));
        assertEquals(Optional.empty(), Nearest.to("x".repeat(10_000), KNOWN));
    }
}
