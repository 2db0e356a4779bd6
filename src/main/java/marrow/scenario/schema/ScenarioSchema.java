package marrow.scenario.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.Fragment;
import marrow.scenario.ScenarioReader;
import marrow.scenario.patient.Doors;
import marrow.scenario.patient.Section;

/**
 * The JSON Schema (draft 7) of scenarios and fragments, for editors: which keys there are, what they are for, what they hold. Keys and
 * words are the decoders' own. It knows less than {@link ScenarioReader}: what it refuses is wrong, what it lets pass may be.
 */
public final class ScenarioSchema {
    private ScenarioSchema() {}

    /** As a tree of maps and lists. */
    public static Map<String, Object> tree() {
        KeySentences sentences = new KeySentences();
        List<Thing> things = new ArrayList<>(List.of(scenario(), fragment(), enter()));
        things.addAll(JourneySchema.things());
        things.addAll(TrialSchema.things());
        things.addAll(LookSchema.things());
        Map<String, Object> definitions = new LinkedHashMap<>();
        Shape.VALUES.forEach((name, shape) -> definitions.put(name, shape.schema()));
        things.forEach(thing -> definitions.put(thing.name(), thing.schema(sentences)));
        return Shape.ordered(
                "$schema",
                "http://json-schema.org/draft-07/schema#",
                "title",
                "Marrow: a scenario, or a fragment of a journey",
                "if",
                Map.of("required", List.of(Fragment.KEY)),
                "then",
                Shape.of("fragment").schema(),
                "else",
                Shape.of("scenario").schema(),
                "definitions",
                definitions);
    }

    private static Thing scenario() {
        return sections(Thing.of("scenario", ScenarioReader.KEYS))
                .key("scenario", Shape.TEXT)
                .key("title", Shape.TEXT)
                .key("about", Shape.TEXT)
                .key("study", Shape.named(Shape.TEXT))
                .key("journey", Shape.TEXTS)
                .key("enter", Shape.of("enter"))
                .key("run", Shape.of("run"))
                .key("arms", Shape.named(Shape.of("arm").or(Shape.types("null"))))
                .key("trial", Shape.of("trial"))
                .key(
                        "endpoints",
                        Shape.named(Shape.anyOf(Shape.of("time-to-event"), Shape.of("response"), Shape.of("quantity"))))
                .key("analyses", Shape.named(Shape.of("analysis")))
                .key("looks", Shape.named(Shape.of("look")))
                .key("sweep", Shape.of("sweep"))
                .key("truths", Shape.named(Shape.of("truth")))
                .needs("scenario", "run");
    }

    private static Thing fragment() {
        return sections(Thing.of("fragment", Fragment.KEYS))
                .key("fragment", Shape.TEXT)
                .key("about", Shape.TEXT)
                .needs("fragment");
    }

    /** Named things, each as it is, or taken away. */
    private static Thing sections(Thing file) {
        Shape off = Shape.words(List.of("off"));
        file.key(Section.PARAMETERS.key(), Shape.named(Shape.of("parameter").or(off)));
        file.key(Section.POPULATION.key(), Shape.named(Shape.of("fact").or(off)));
        file.key(Section.TRACKS.key(), Shape.named(Shape.anyOf(Shape.listOf(Shape.TEXT), Shape.of("track"), off)));
        file.key(Section.DOORS.key(), Shape.named(Shape.of("door").or(off)));
        file.key(Section.CLOCKS.key(), Shape.named(Shape.of("clock").or(off)));
        return file.key(Section.COURSES.key(), Shape.named(Shape.of("course").or(off)));
    }

    private static Thing enter() {
        return Thing.of("enter", Doors.ENTER)
                .key("at", Shape.TEXT)
                .key("ago", Shape.named(JourneySchema.WAITING))
                .others(Shape.TEXT);
    }
}
