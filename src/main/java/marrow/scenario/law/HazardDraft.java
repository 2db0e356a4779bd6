package marrow.scenario.law;

import java.util.List;
import marrow.dist.Cause;
import marrow.dist.Hazard;
import marrow.dist.HazardFamily;
import marrow.dist.PiecewiseExponential;
import marrow.scenario.text.Node;
import marrow.scenario.text.Position;

/** A hazard as written: known, or known but for what it must reach. */
public sealed interface HazardDraft {

    record Known(Hazard hazard) implements HazardDraft {}

    /**
     * Known but for what it must reach.
     *
     * @param at the place of {@code reaches}
     * @param family the hazards to choose from, or null for rates that are constant between the targets
     * @param beside the clocks that compete, with the places where they are named; none for a clock alone
     */
    record Reaching(Position at, HazardFamily family, List<Cause.Target> targets, List<Node.Scalar> beside)
            implements HazardDraft {
        public Reaching {
            targets = List.copyOf(targets);
            beside = List.copyOf(beside);
        }

        public List<String> rivals() {
            return beside.stream().map(Node.Scalar::text).toList();
        }

        /** The hazard that reaches its targets with nothing beside it. */
        Hazard reachedAlone() {
            return family != null
                    ? family.reaching(targets.get(0).p(), targets.get(0).by())
                    : PiecewiseExponential.reaching(
                            targets.stream().mapToDouble(Cause.Target::p).toArray(),
                            targets.stream().mapToDouble(Cause.Target::by).toArray());
        }

        public Cause cause(String name) {
            return family == null
                    ? Cause.through(name, targets)
                    : Cause.reaching(
                            name, family, targets.get(0).p(), targets.get(0).by());
        }
    }
}
