package marrow.scenario.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Problems;
import marrow.trial.RunIn.Level;

/** Reads the doses of phase I: each a name, and the states in which its patients enter. */
public final class LevelDecoder {
    private final EffectDecoder effects;
    private final Vocabulary vocabulary;
    private final Problems problems;

    public LevelDecoder(EffectDecoder effects, Vocabulary vocabulary, Problems problems) {
        this.effects = effects;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All that could be read, lowest first. */
    List<Level> decode(Node node) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(
                    node.at(),
                    "doses are a mapping of names, the lowest first, such as {low: {maintenance-dose: low}, full:"
                            + " {maintenance-dose: full}}, and this is "
                            + node.named());
            return List.of();
        }
        List<Level> levels = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Names.check(entry.key(), "a dose", problems);
            Fields.of(entry.value(), entry.key().at(), "a dose", List.copyOf(vocabulary.namedTracks()), problems)
                    .ifPresent(fields -> levels.add(new Level(entry.name(), states(fields.asMeant()))));
        }
        return levels;
    }

    private Map<String, String> states(Mapping mapping) {
        Map<String, String> states = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            if (vocabulary.tracks().contains(entry.name())) {
                effects.state(entry).ifPresent(state -> states.put(entry.name(), state));
            }
        }
        return states;
    }
}
