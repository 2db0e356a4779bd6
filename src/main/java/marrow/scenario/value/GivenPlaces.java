package marrow.scenario.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/**
 * Values given for places in the scenario's own file, such as {@code trial.patients} or {@code analyses.primary.alpha}: the keys
 * on the way, joined by dots. The one method of an analysis may be left out of it. What was written there is replaced; what was
 * left out is added, and read as if it stood in the file.
 */
public final class GivenPlaces {
    private final Problems problems;

    private GivenPlaces(Problems problems) {
        this.problems = problems;
    }

    /** Whether a name is one of a place. No parameter may have such a one. */
    public static boolean isPlace(String name) {
        return name.indexOf('.') > 0;
    }

    /** Those of the given values that are places. */
    public static Map<String, String> of(Map<String, String> sets) {
        Map<String, String> places = new LinkedHashMap<>(sets);
        places.keySet().removeIf(name -> !isPlace(name));
        return places;
    }

    /** The file with these values in their places. */
    public static Mapping in(Mapping root, Map<String, String> places, Problems problems) {
        GivenPlaces given = new GivenPlaces(problems);
        Mapping changed = root;
        for (Map.Entry<String, String> place : places.entrySet()) {
            Position at = Position.ofSet(place.getKey());
            List<String> keys = keys(place.getKey(), place.getValue());
            changed = given.with(changed, keys, 0, new Scalar(at, place.getValue(), false));
        }
        return changed;
    }

    /** A look is switched by its name alone: {@code looks.safety=on}. */
    private static List<String> keys(String place, String value) {
        List<String> keys = new ArrayList<>(List.of(place.split("\\.", -1)));
        if (keys.size() == 2 && keys.get(0).equals("looks") && (value.equals("on") || value.equals("off"))) {
            keys.add("switched");
        }
        return keys;
    }

    private Mapping with(Mapping mapping, List<String> keys, int depth, Scalar value) {
        String key = keys.get(depth);
        Optional<Entry> there = mapping.entry(key);
        if (depth == keys.size() - 1 && (there.isPresent() || !isOneMethod(mapping))) {
            return replaced(mapping, key, there, value);
        }
        if (there.isPresent() && there.get().value() instanceof Mapping inner) {
            return replaced(mapping, key, there, with(inner, keys, depth + 1, value));
        }
        if (there.isEmpty() && depth > 0 && isOneMethod(mapping)) {
            Entry method = mapping.entries().get(0);
            return replaced(
                    mapping, method.name(), Optional.of(method), with((Mapping) method.value(), keys, depth, value));
        }
        String before = String.join(".", keys.subList(0, depth));
        List<String> known = mapping.entries().stream().map(Entry::name).toList();
        problems.error(
                value.at(),
                there.isPresent()
                        ? "nothing can be set below " + String.join(".", keys.subList(0, depth + 1))
                        : "there is no '" + key + "'" + (before.isEmpty() ? " in the scenario" : " in " + before),
                there.isPresent() ? Optional.empty() : Nearest.to(key, known));
        return mapping;
    }

    private static boolean isOneMethod(Mapping mapping) {
        return mapping.entries().size() == 1 && mapping.entries().get(0).value() instanceof Mapping;
    }

    private static Mapping replaced(Mapping mapping, String key, Optional<Entry> there, Node value) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            entries.add(entry.name().equals(key) ? new Entry(entry.key(), value) : entry);
        }
        if (there.isEmpty()) {
            entries.add(new Entry(new Scalar(value.at(), key, false), value));
        }
        return new Mapping(mapping.at(), entries);
    }
}
