package marrow.scenario.patient;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import marrow.journey.Condition;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;

/** Cases of what every patient must have: a starting state, a fact. One of them has to hold for each patient. */
final class Cases {
    private Cases() {}

    /** Reports when a patient may be left without a case, as far as that shows from the conditions alone. */
    static void refuseGaps(List<Condition> whens, Node list, Vocabulary vocabulary, Problems problems) {
        for (int i = 0; i + 1 < whens.size(); i++) {
            if (whens.get(i).allowed().isEmpty()) {
                problems.error(Fields.items(list).get(i).at(), "a case without 'when' always holds, and so comes last");
                return;
            }
        }
        boolean covered =
                whens.isEmpty() || whens.get(whens.size() - 1).allowed().isEmpty() || coverOneTrack(whens, vocabulary);
        if (!covered) {
            problems.error(list.at(), "some patients are in none of these cases: leave 'when' out of the last");
        }
    }

    private static boolean coverOneTrack(List<Condition> whens, Vocabulary vocabulary) {
        String track = whens.get(0).allowed().keySet().iterator().next();
        Set<String> covered = new LinkedHashSet<>();
        for (Condition when : whens) {
            if (when.allowed().keySet().equals(Set.of(track))) {
                covered.addAll(when.allowed().get(track));
            }
        }
        return covered.containsAll(vocabulary.states(track));
    }
}
