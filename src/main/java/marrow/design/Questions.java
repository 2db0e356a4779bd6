package marrow.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.analysis.Analysis;
import marrow.look.Rule;
import marrow.trial.Arm;
import marrow.trial.FollowUp;
import marrow.trial.RunIn;
import marrow.trial.endpoint.Endpoint;

/**
 * What a study asks, without the lives that it asks of: of arms by their name.
 *
 * @param followUp when it ends
 * @param runIn    the phase I that opens it, if there is one
 */
public record Questions(
        List<String> arms,
        List<Endpoint> endpoints,
        Map<String, List<Landmark>> landmarks,
        List<Analysis> analyses,
        List<Rule> rules,
        FollowUp followUp,
        Optional<RunIn> runIn) {
    public Questions {
        arms = List.copyOf(arms);
    }

    public static Questions of(Study study) {
        List<String> arms = study.plan().arms().stream().map(Arm::name).toList();
        return new Questions(
                arms,
                study.endpoints(),
                study.landmarks(),
                study.analyses(),
                study.rules(),
                study.plan().followUp(),
                Optional.ofNullable(study.plan().runIn()));
    }
}
