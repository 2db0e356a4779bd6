package marrow.journey.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import marrow.journey.Accrual;
import marrow.journey.Condition;
import marrow.journey.Entry;
import marrow.journey.Journey;
import org.junit.jupiter.api.Test;

class CompiledAccrualTest {
    /** 0.3 of a drug in packs of 0.1 is 3.0000000000000004 packs to a computer and 3 to a pharmacy; 3.01 packs are 4. */
    @Test
    void roundingStartsNoPackAndNoDay() {
        Index index = Index.of(Journey.of(List.of(), List.of()), Entry.PLAIN);
        assertTrue(0.1 * 3 / 0.1 > 3);
        Accrual packs = Accrual.perDay(List.of(), Condition.ALWAYS, 0.1 * 3).inPacksOf(0.1);
        assertEquals(3, new CompiledAccrual(packs, index).over(1, 1));
        assertEquals(4, new CompiledAccrual(packs, index).over(1, 3.01 / 3));
        Accrual days = Accrual.perDay(List.of(), Condition.ALWAYS, 1).byStartedDays();
        assertEquals(3, new CompiledAccrual(days, index).over(0.1 * 3 / 0.1, 1));
        assertEquals(4, new CompiledAccrual(days, index).over(3.01, 1));
    }
}
