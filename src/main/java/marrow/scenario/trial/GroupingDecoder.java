package marrow.scenario.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import marrow.analysis.Grouping;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Names;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node;
import marrow.scenario.text.Problems;
import marrow.trial.endpoint.Endpoint;
import marrow.trial.endpoint.Response;
import marrow.trial.endpoint.Stratification;

/** Reads which groups are compared, {@code arms} or {@code by} a response, and the {@code strata} within which they are. */
public final class GroupingDecoder {
    private final Map<String, Endpoint> endpoints;
    private final List<String> arms;
    private final ArmTracks armTracks;
    private final Vocabulary vocabulary;
    private final Set<String> moved;
    private final Problems problems;

    /** @param moved tracks that move after entry, which make no strata */
    public GroupingDecoder(
            Map<String, Endpoint> endpoints,
            List<String> arms,
            ArmTracks armTracks,
            Vocabulary vocabulary,
            Set<String> moved,
            Problems problems) {
        this.endpoints = endpoints;
        this.arms = arms;
        this.armTracks = armTracks;
        this.vocabulary = vocabulary;
        this.moved = moved;
        this.problems = problems;
    }

    /** All arms, where nothing is said. */
    Optional<Grouping> read(Fields fields) {
        if (fields.has("arms") && fields.has("by")) {
            problems.error(fields.at(), "groups are 'arms', or are made 'by' a response, not both");
            return Optional.empty();
        }
        if (fields.has("by")) {
            return byResponse(fields.optional("by").orElseThrow());
        }
        int before = problems.errors();
        List<Integer> places = fields.has("arms")
                ? places(fields.optional("arms").orElseThrow())
                : IntStream.range(0, arms.size()).boxed().toList();
        if (problems.errors() > before) {
            return Optional.empty();
        }
        if (places.size() < 2) {
            problems.error(
                    fields.has("arms") ? fields.optional("arms").orElseThrow().at() : fields.at(),
                    "two groups are compared: two arms, or responders with the others, which is 'by' a response");
            return Optional.empty();
        }
        return problems.attempt(fields.at(), () -> new Grouping.OfArms(places));
    }

    private List<Integer> places(Node node) {
        List<Integer> places = new ArrayList<>();
        for (Node item : Fields.items(node)) {
            String name = item instanceof Node.Scalar scalar ? scalar.text() : "";
            if (places.contains(arms.indexOf(name))) {
                problems.error(item.at(), "'" + name + "' is named twice");
            } else if (arms.contains(name)) {
                places.add(arms.indexOf(name));
            } else {
                problems.error(
                        item.at(),
                        "there is no arm " + item.named() + ": there are " + Names.all(arms),
                        Nearest.to(name, arms));
            }
        }
        return places;
    }

    private Optional<Grouping> byResponse(Node node) {
        Optional<Endpoint> endpoint = PlanDecoder.endpoint(node, endpoints, problems);
        if (endpoint.isPresent() && !(endpoint.get() instanceof Response)) {
            problems.error(
                    node.at(),
                    "groups are made by a response, and " + endpoint.get().name() + " is none");
            return Optional.empty();
        }
        return endpoint.map(Response.class::cast).map(Grouping.ByResponse::new);
    }

    /** Null where nothing is said. */
    Stratification strata(Fields fields) {
        Optional<Node> node = fields.optional("strata");
        if (node.isEmpty()) {
            return null;
        }
        int before = problems.errors();
        List<Node> items = Fields.items(node.get());
        List<String> tracks = new ArrayList<>();
        for (Node item : items) {
            if (!(item instanceof Node.Scalar name)) {
                problems.error(item.at(), "strata are made of tracks, and this is " + item.named());
            } else if (vocabulary.checkTrack(name.text(), name.at())) {
                if (tracks.contains(name.text())) {
                    problems.error(name.at(), "'" + name.text() + "' is named twice");
                }
                tracks.add(name.text());
                if (armTracks.tellsArmsApart(name.text())) {
                    problems.error(
                            name.at(),
                            name.text() + " tells the arms apart: there is nobody to compare within a stratum");
                }
                if (moved.contains(name.text())) {
                    problems.error(name.at(), "strata are known at entry, and something moves " + name.text());
                }
            }
        }
        boolean unclear = tracks.size() < items.size(); // a track that was refused where it is declared
        return problems.errors() > before || unclear
                ? null
                : problems.attempt(node.get().at(), () -> new Stratification(tracks))
                        .orElse(null);
    }
}
