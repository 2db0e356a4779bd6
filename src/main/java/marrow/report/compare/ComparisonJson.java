package marrow.report.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marrow.compare.Change;
import marrow.compare.Comparison;
import marrow.compare.Parting;
import marrow.compare.Parting.NotMadeAgain;
import marrow.compare.Parting.OfLives;
import marrow.compare.Parting.OfNumbers;
import marrow.compare.Parting.OfPatients;
import marrow.compare.Place;
import marrow.journey.life.Trace;
import marrow.report.form.JsonWriter;
import marrow.report.journey.TraceJson;

/** Two runs beside each other, for programs; docs/results.md says what stands where. */
public final class ComparisonJson {
    private ComparisonJson() {}

    public static String of(Comparison comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", comparison.before().name());
        json.put("b", comparison.after().name());
        json.put("identical", comparison.identical());
        json.put("differs", comparison.differs());
        json.put("same_seed", comparison.sameSeed());
        json.put("judge", comparison.judge().toString());
        json.put("alpha", comparison.question().alpha());
        json.put("tolerance", comparison.question().tolerated());
        json.put(
                "numbers",
                comparison.changes().stream()
                        .filter(change -> change.verdict() != Change.Verdict.SAME)
                        .map(ComparisonJson::change)
                        .toList());
        json.put("compared", comparison.changes().size());
        json.put("parting", comparison.parting().map(ComparisonJson::parting).orElse(null));
        return JsonWriter.write(json);
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = place(change.place());
        json.put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
        json.put("a", change.before().value());
        json.put("b", change.after().value());
        json.put("difference", change.difference());
        json.put("mcse", change.error());
        json.put("pairs", change.pairs());
        json.put("p", change.p());
        json.put("p_adjusted", change.adjusted());
        return json;
    }

    private static Map<String, Object> place(Place place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truth", place.truth());
        json.put("of", place.of());
        json.put("name", place.name());
        json.put("metric", place.metric());
        return json;
    }

    private static Map<String, Object> parting(Parting parting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truth", parting.truth());
        json.put("first_trial", parting.firstTrial());
        json.put("last_trial", parting.lastTrial());
        Parting.How how = parting.how();
        if (how instanceof OfLives lives) {
            json.put("patient", lives.patient());
            json.put("arm", lives.arm());
            json.put("clock", lives.clock());
            json.put("day", lives.day());
            json.put("alike", lives.alike());
            json.put("a", lives.before().map(ComparisonJson::event).orElse(null));
            json.put("b", lives.after().map(ComparisonJson::event).orElse(null));
        } else if (how instanceof OfPatients patients) {
            json.put("patient", patients.patient());
            json.put("what", patients.what());
            json.put("a", patients.before());
            json.put("b", patients.after());
        } else if (how instanceof OfNumbers numbers) {
            json.put("numbers", places(numbers.numbers()));
        } else if (how instanceof NotMadeAgain unknown) {
            json.put("not_made_again", unknown.runs());
            json.put("numbers", places(unknown.numbers()));
            json.put("now", unknown.now().map(ComparisonJson::parting).orElse(null));
        }
        return json;
    }

    private static List<Map<String, Object>> places(List<Place> places) {
        return places.stream().map(ComparisonJson::place).toList();
    }

    private static Map<String, Object> event(Trace.Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", event.day());
        json.put("clock", event.clock());
        json.put("changes", event.moves().stream().map(TraceJson::change).toList());
        return json;
    }
}
