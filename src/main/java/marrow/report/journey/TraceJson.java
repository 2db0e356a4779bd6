package marrow.report.journey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import marrow.journey.life.Trace;
import marrow.report.form.JsonWriter;

/** A life for programs: every event with the whole state and ledger after it. */
public final class TraceJson {
    private TraceJson() {}

    /** @param arm that is lived in, where there are several */
    public static String of(Trace trace, Optional<String> arm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seed", trace.seed());
        json.put("replicate", trace.replicate());
        json.put("patient", trace.patient());
        arm.ifPresent(name -> json.put("arm", name));
        json.put("horizon", trace.horizon());
        json.put("facts", trace.facts());
        json.put("marks_at_entry", trace.entryMarks());
        json.put("start", trace.start());
        json.put("events", trace.events().stream().map(TraceJson::event).toList());
        json.put("end", trace.end());
        json.put("ledger", trace.ledger());
        json.put("stopped", trace.stopped());
        return JsonWriter.write(json);
    }

    private static Map<String, Object> event(Trace.Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("day", event.day());
        json.put("clock", event.clock());
        json.put("clock_key", event.keyInHex());
        json.put("occurrence", event.occurrence());
        json.put("changes", event.moves().stream().map(TraceJson::change).toList());
        json.put("marks", event.marks());
        json.put("state", event.state());
        json.put("ledger", event.ledger());
        return json;
    }

    public static Map<String, Object> change(Trace.Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("track", change.track());
        json.put("from", change.from());
        json.put("to", change.to());
        return json;
    }
}
