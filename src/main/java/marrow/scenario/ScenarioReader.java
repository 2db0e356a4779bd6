package marrow.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.journey.life.CompiledJourney;
import marrow.scenario.clock.CourseParameters;
import marrow.scenario.journey.JourneyDecoder;
import marrow.scenario.patient.Declarations;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.patient.Section;
import marrow.scenario.text.Fields;
import marrow.scenario.text.Node;
import marrow.scenario.text.Node.Mapping;
import marrow.scenario.text.Node.Scalar;
import marrow.scenario.text.Node.Sequence;
import marrow.scenario.text.Position;
import marrow.scenario.text.Problems;
import marrow.scenario.trial.Trial;
import marrow.scenario.value.GivenPlaces;
import marrow.scenario.value.ParameterReader;
import marrow.scenario.value.ParameterUse;
import marrow.scenario.value.Parameters;
import marrow.scenario.value.Values;

/** Reads a scenario with its fragments. Never throws for what the files say: see {@link Problems}. */
public final class ScenarioReader {
    private static final String KEY = "scenario";
    public static final List<String> KEYS = keys();

    private final ScenarioFiles files;
    private final Path path;
    private final Map<String, String> sets;
    private final Map<String, String> places;
    private final Problems problems = new Problems();

    /** Whether it is warned of what only patients who live can tell. */
    private final boolean doubts;

    private ScenarioReader(ScenarioFiles files, Map<String, String> sets, boolean doubts) {
        this.files = files;
        this.doubts = doubts;
        path = files.scenario();
        this.sets = new LinkedHashMap<>(sets);
        this.sets.keySet().removeIf(GivenPlaces::isPlace);
        places = GivenPlaces.of(sets);
    }

    private static List<String> keys() {
        List<String> keys =
                new ArrayList<>(List.of(KEY, ResolvedYaml.MARK, "title", "about", "study", "journey", "enter", "run"));
        keys.addAll(Section.keys());
        keys.addAll(TrialDecoder.KEYS);
        return List.copyOf(keys);
    }

    /**
     * Reads the scenario in a file.
     *
     * @param sets values given in place of those of parameters, by name, or of what stands at a place: {@link GivenPlaces}
     */
    public static Reading read(Path file, Map<String, String> sets) {
        return read(ScenarioFiles.of(file), sets);
    }

    /** The same of files that are read once. */
    public static Reading read(ScenarioFiles files, Map<String, String> sets) {
        return read(files, sets, true);
    }

    /** The same again with other values, where only errors matter: nobody lives for a warning. */
    public static Reading again(ScenarioFiles files, Map<String, String> sets) {
        return read(files, sets, false);
    }

    private static Reading read(ScenarioFiles files, Map<String, String> sets, boolean doubts) {
        ScenarioReader reader = new ScenarioReader(files, sets, doubts);
        Optional<Scenario> scenario = reader.root().flatMap(reader::scenario);
        return new Reading(scenario, reader.problems);
    }

    /** Reads files that may be those of a fragment alone, of which only the problems are told. */
    static Reading readAny(ScenarioFiles files, Map<String, String> sets) {
        ScenarioReader reader = new ScenarioReader(files, sets, true);
        Optional<Node> root = reader.root();
        if (root.isPresent()
                && root.get() instanceof Mapping mapping
                && mapping.entry(Fragment.KEY).isPresent()) {
            reader.checkFragment(mapping);
            return new Reading(Optional.empty(), reader.problems);
        }
        return new Reading(root.flatMap(reader::scenario), reader.problems);
    }

    /** A scenario that can be read, with its fragments in one file and with the values given in it. */
    public static String resolved(ScenarioFiles files, Map<String, String> sets) {
        return resolved(files, sets, Optional.empty());
    }

    /** With this sweep in place of its own. */
    public static String resolved(ScenarioFiles files, Map<String, String> sets, Sweep sweep) {
        return resolved(files, sets, Optional.of(sweep));
    }

    private static String resolved(ScenarioFiles files, Map<String, String> sets, Optional<Sweep> sweep) {
        ScenarioReader reader = new ScenarioReader(files, sets, false);
        Mapping read = (Mapping) reader.root().orElseThrow();
        Mapping own = sweep.map(one -> SweepDecoder.in(read, one)).orElse(read);
        Declarations declared = new Declarations(reader.problems);
        own.get("journey")
                .map(node -> files.fragments(node, reader.problems))
                .orElse(List.of())
                .forEach(fragment -> declared.addFragment(fragment.root()));
        declared.addScenario(own);
        return ResolvedYaml.of(own, declared, reader.sets);
    }

    private Optional<Node> root() {
        return files.root(problems)
                .map(root -> root instanceof Mapping mapping ? GivenPlaces.in(mapping, places, problems) : root);
    }

    private void checkFragment(Mapping root) {
        Mapping meant =
                Fragment.of(root, path.toString(), problems).map(Fragment::root).orElse(root);
        Declarations declared = new Declarations(problems);
        declared.addFragment(meant);
        JourneyDecoder decoder = new JourneyDecoder(
                path.toString(), declared, false, parameters(declared, List.of(meant), false), problems);
        decoder.read();
        decoder.journey();
    }

    private Optional<Scenario> scenario(Node root) {
        if (root instanceof Mapping mapping && mapping.entry(Fragment.KEY).isPresent()) {
            problems.error(root.at(), "this is a fragment: a scenario lists it under 'journey'");
            return Optional.empty();
        }
        Optional<Fields> read = Fields.of(root, "a scenario", KEYS, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = read.get();
        Mapping own = fields.asMeant();
        Optional<String> name = fields.required(KEY).flatMap(fields::text);
        Optional<String> title = fields.text("title");
        Optional<Node> journeys = fields.optional("journey");
        List<Fragment> fragments =
                journeys.map(node -> files.fragments(node, problems)).orElse(List.of());
        Declarations declared = new Declarations(problems);
        fragments.forEach(fragment -> declared.addFragment(fragment.root()));
        declared.addScenario(own);
        if (declared.lacksSection()
                || journeys.filter(node -> lacksFragment(node, fragments)).isPresent()) {
            return Optional.empty();
        }

        List<Mapping> files =
                new ArrayList<>(fragments.stream().map(Fragment::root).toList());
        files.add(own);
        Parameters parameters = parameters(declared, files, true);
        JourneyDecoder decoder = new JourneyDecoder(file(own), declared, true, parameters, problems);
        decoder.read();
        Optional<Entry> entry = fields.optional("enter")
                .map(node -> decoder.doors().entry(node))
                .orElseGet(() -> decoder.doors().none(root.at()));
        Optional<Run> run =
                fields.required("run").flatMap(node -> Run.read(node, new Values(parameters, problems), problems));
        Map<String, String> study = fields.optional("study").map(this::study).orElse(Map.of());
        Map<String, String> about = About.of(fragments, own, declared, problems);
        TrialDecoder trials = new TrialDecoder(fields, doubts, problems);
        trials.read(decoder, parameters, run.map(Run::horizonDays).orElse(Double.POSITIVE_INFINITY));
        Optional<Journey> journey = decoder.journey();
        entry.ifPresent(one -> decoder.refuseEndlessWaits(one.daysSince().keySet()));
        Optional<CompiledJourney> compiled = problems.hasErrors()
                ? Optional.empty()
                : journey.flatMap(one -> compiled(one, entry.orElseThrow(), root.at()));
        if (compiled.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Journey> others = new LinkedHashMap<>();
        trials.populations()
                .forEach((arm, population) -> journeyOf(population, fragments, own, parameters, decoder.effects())
                        .ifPresent(other -> others.put(arm, other)));
        Optional<Trial> trial = trials.trial(
                journey.get(),
                others,
                entry.get(),
                run.orElseThrow(),
                compiled.get().accountNames(),
                decoder.courses());
        Optional<Sweep> sweep =
                fields.optional(SweepDecoder.KEY).flatMap(node -> new SweepDecoder(problems).decode(node));
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(
                name.orElseThrow(),
                title.orElse(name.get()),
                study,
                fragments.stream().map(Fragment::file).toList(),
                parameters.list(),
                decoder.originOfFacts(),
                journey.get(),
                decoder.courses(),
                trials.firstEntry(entry.get()),
                run.get().seed(),
                run.get().horizonDays(),
                trial,
                sweep,
                decoder.solved(),
                about,
                problems.all()));
    }

    /** Whether one that is listed could not be read: whatever speaks of what it declares would be told as a mistake of its own. */
    private static boolean lacksFragment(Node listed, List<Fragment> read) {
        return !(listed instanceof Sequence list && list.items().size() == read.size());
    }

    /**
     * The journey as the patients of an arm live it whose population is another.
     *
     * @param everywhere knows the states that doors and arms set
     */
    private Optional<Journey> journeyOf(
            Mapping population,
            List<Fragment> fragments,
            Mapping own,
            Parameters parameters,
            EffectDecoder everywhere) {
        Declarations declared = new Declarations(problems);
        fragments.forEach(fragment -> declared.addFragment(fragment.root()));
        declared.addScenario(own);
        Scalar key = new Scalar(population.at(), Section.POPULATION.key(), false);
        declared.replace(new Mapping(population.at(), List.of(new Node.Entry(key, population))));
        JourneyDecoder decoder = new JourneyDecoder(file(own), declared, true, parameters, problems);
        decoder.read();
        everywhere.reached().forEach((track, states) -> decoder.effects().reached(track, states));
        return decoder.journey();
    }

    /** The file of the scenario's own conditions; in a resolved one all may have been a fragment's. */
    private String file(Mapping own) {
        return own.get(ResolvedYaml.MARK).isPresent() ? "" : path.toString();
    }

    private Parameters parameters(Declarations declared, List<Mapping> files, boolean whole) {
        Parameters parameters = new Parameters(whole, problems);
        ParameterReader reader = new ParameterReader(sets, parameters, problems);
        reader.read(declared.of(Section.PARAMETERS));
        new CourseParameters(reader, parameters, new Values(parameters, problems), problems)
                .read(declared.of(Section.COURSES));
        reader.refuseUnknownSets();
        ParameterUse.report(path.toString(), declared.of(Section.PARAMETERS), files, problems);
        return parameters;
    }

    /** The engine's own checks come last, for what ours do not see. */
    private Optional<CompiledJourney> compiled(Journey journey, Entry entry, Position at) {
        return problems.attempt(at, () -> CompiledJourney.of(journey, entry));
    }

    private Map<String, String> study(Node node) {
        Map<String, String> study = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Scalar scalar) {
                    study.put(entry.name(), scalar.text());
                } else {
                    problems.error(
                            entry.value().at(),
                            "a text is needed here, and this is "
                                    + entry.value().named());
                }
            }
        } else {
            problems.error(node.at(), "a study is a mapping such as {phase: 2}, and this is " + node.named());
        }
        return study;
    }
}
