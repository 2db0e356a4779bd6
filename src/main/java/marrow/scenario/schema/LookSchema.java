package marrow.scenario.schema;

import java.util.ArrayList;
import java.util.List;
import marrow.scenario.SweepDecoder;
import marrow.scenario.look.LookDecoder;
import marrow.scenario.look.LookRules;
import marrow.scenario.look.TriggerDecoder;

/** The things of looks and sweeps for {@link ScenarioSchema}. */
final class LookSchema {
    private LookSchema() {}

    static List<Thing> things() {
        List<Thing> things = new ArrayList<>();
        Shape trigger = Shape.of("trigger");
        Thing look = Thing.of("look", List.copyOf(LookRules.all().keySet())).one();
        LookRules.all().forEach((name, method) -> {
            look.key(name, Shape.of("rule-" + name));
            List<String> keys = new ArrayList<>(method.keys());
            keys.addAll(LookDecoder.COMMON);
            Thing rule = Thing.of("rule-" + name, keys)
                    .key("switched", Shape.words(List.of("on", "off")))
                    .key("lag", Shape.TIME)
                    .key("accrual", Shape.words(List.of("paused", "goes-on")));
            if (keys.contains("analysis")) {
                rule.key("analysis", Shape.TEXT).needs("analysis");
            }
            if (keys.contains("when")) {
                rule.key("when", trigger.orListOf(trigger));
            }
            things.add(rule);
        });
        things.add(look);
        things.add(Thing.of("trigger", TriggerDecoder.KEYS)
                .keys(List.of("events", "enrolled", "followed"), Shape.WHOLE.orListOf(Shape.WHOLE))
                .keys(List.of("of", "in"), Shape.TEXT)
                .key("for", Shape.TIME)
                .key("day", Shape.TIMES)
                .keys(List.of("all", "any"), Shape.listOf(trigger)));
        things.add(Thing.of("sweep", SweepDecoder.KEYS)
                .key("vary", Shape.named(Shape.TEXTS))
                .key("combine", Shape.words(List.of("cross", "zip")))
                .key("reference", Shape.named(Shape.TEXT))
                .needs("vary"));
        return things;
    }
}
