package marrow.report.journey;

import java.util.ArrayList;
import java.util.List;
import marrow.report.form.Paragraph;
import marrow.report.form.Readout;

/** Who starts in which state, of the tracks that nothing moves: what cuts and chances that depend on others come to. A state in which nobody starts is told beside them. */
final class EntryTable {
    private static final int NAME = 24; // columns

    private EntryTable() {}

    static String of(EventRates rates) {
        if (rates.atEntry().isEmpty()) {
            return "";
        }
        double largest = rates.atEntry().stream()
                .flatMap(track -> track.error().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        StringBuilder page = new StringBuilder("\nAt entry, share of patients (%), se at most "
                + Readout.fixed(100 * largest, 2) + " percentage points.\n");
        List<String> nobody = new ArrayList<>();
        for (EventRates.AtEntry track : rates.atEntry()) {
            List<String> shares = new ArrayList<>();
            for (int state = 0; state < track.states().size(); state++) {
                String name = track.states().get(state);
                if (track.share().get(state) > 0) {
                    shares.add(
                            name + "\u00a0" + Readout.fixed(100 * track.share().get(state), 1));
                } else {
                    nobody.add(track.track() + "\u00a0" + name);
                }
            }
            page.append(Paragraph.of(String.join(", ", shares), first(track.track()), " ".repeat(NAME)));
        }
        if (!nobody.isEmpty()) {
            page.append('\n').append(Paragraph.of("Nobody starts with: " + String.join(", ", nobody), "", "  "));
        }
        return page.toString();
    }

    private static String first(String track) {
        return track + " ".repeat(Math.max(1, NAME - Paragraph.columns(track)));
    }
}
