package marrow.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ReadoutTest {
    @Test
    void chances() {
        assertEquals("57.7 %", Readout.percent(15 / 26.0));
        assertEquals("14 %", Readout.percent(0.14));
        assertEquals("6.1 %", Readout.percent(2 / 33.0));
        assertEquals("0.12 %", Readout.percent(0.0012));
        assertEquals("100 %", Readout.percent(1));
        assertEquals("0 %", Readout.percent(0));
    }

    @Test
    void times_in_the_unit_they_are_said_in() {
        assertEquals("14 d", Readout.time(14));
        assertEquals("1 y", Readout.time(365.25));
        assertEquals("6 mo", Readout.time(365.25 / 2));
        assertEquals("7.6 y", Readout.time(7.6 * 365.25));
        assertEquals("400 d", Readout.time(400));
        assertEquals("0 d", Readout.time(0));
        assertEquals("never", Readout.time(Double.POSITIVE_INFINITY));
        assertEquals("3 to 9 d", Readout.times(3, 9));
        assertEquals("14 d to 1 y", Readout.times(14, 365.25));
    }

    @Test
    void numbers_rates_and_counts() {
        assertEquals("0.39", Readout.number(0.39));
        assertEquals("0.3333", Readout.number(1 / 3.0));
        assertEquals("123457", Readout.number(123456.7));
        assertEquals("-", Readout.number(Double.NaN));
        assertEquals("0.08 per y", Readout.rate(0.08 / 365.25));
        assertEquals("14.0", Readout.days(14));
        assertEquals("-", Readout.days(Double.NaN));
        assertEquals("20,000", Readout.count(20_000));
        assertEquals("-1,234,567", Readout.count(-1_234_567));
        assertEquals("999", Readout.count(999));
        assertEquals("1 warning", Readout.counted(1, "warning"));
        assertEquals("0 warnings", Readout.counted(0, "warning"));
    }
}
