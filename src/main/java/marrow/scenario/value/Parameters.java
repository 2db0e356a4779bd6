package marrow.scenario.value;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;

/** The parameters of a scenario by name. Looking one up reports where there is none. */
public final class Parameters {
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final Map<String, Position> refused = new LinkedHashMap<>();
    private final Set<String> leftOpen = new HashSet<>();
    private final boolean all;
    private final Problems problems;

    /** @param all whether all parameters there are will be added; a fragment alone may leave some to its scenario */
    public Parameters(boolean all, Problems problems) {
        this.all = all;
        this.problems = problems;
    }

    public void add(Parameter parameter) {
        byName.put(parameter.name(), parameter);
    }

    /** A parameter whose own value was refused: references to it are not reported again. */
    public void addRefused(String name, Position at) {
        refused.put(name, at);
    }

    public boolean knows(String name) {
        return byName.containsKey(name) || refused.containsKey(name);
    }

    public List<Parameter> list() {
        return List.copyOf(byName.values());
    }

    Iterable<String> names() {
        return byName.keySet();
    }

    public Optional<String> nearest(String name) {
        return Nearest.to(name, byName.keySet());
    }

    public Optional<Parameter> find(String name, Position from) {
        Parameter parameter = byName.get(name);
        if (parameter == null && !refused.containsKey(name)) {
            String missing = "there is no parameter '" + name + "'";
            if (all) {
                problems.error(from, missing, nearest(name).map(near -> "$" + near));
            } else if (leftOpen.add(name)) {
                problems.warning(from, missing + " in this fragment: its scenario must have it");
            }
        }
        return Optional.ofNullable(parameter);
    }
}
