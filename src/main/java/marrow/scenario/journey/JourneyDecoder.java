package marrow.scenario.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import marrow.journey.Course;
import marrow.journey.Fact;
import marrow.journey.Journey;
import marrow.journey.Track;
import marrow.scenario.clock.ChoiceDecoder;
import marrow.scenario.clock.ClockDecoder;
import marrow.scenario.clock.ClockDraft;
import marrow.scenario.clock.CourseDecoder;
import marrow.scenario.clock.CourseDraft;
import marrow.scenario.law.HazardDraft;
import marrow.scenario.patient.ChanceDecoder;
import marrow.scenario.patient.ConditionDecoder;
import marrow.scenario.patient.Declarations;
import marrow.scenario.patient.DeclaredTrack;
import marrow.scenario.patient.Doors;
import marrow.scenario.patient.EffectDecoder;
import marrow.scenario.patient.FactOrigin;
import marrow.scenario.patient.Facts;
import marrow.scenario.patient.Naming;
import marrow.scenario.patient.Section;
import marrow.scenario.patient.TrackDecoder;
import marrow.scenario.patient.UseDecoder;
import marrow.scenario.patient.Vocabulary;
import marrow.scenario.text.Nearest;
import marrow.scenario.text.Node.Entry;
import marrow.scenario.text.Problems;
import marrow.scenario.value.Parameters;
import marrow.scenario.value.Values;
import marrow.scenario.warning.DeathMark;

/** Makes the journey of what all files together declare. */
public final class JourneyDecoder {
    private final String file;
    private final Declarations declared;
    private final boolean whole;
    private final Problems problems;
    private final Vocabulary vocabulary;
    private final Facts facts;
    private final Doors doors;
    private final ConditionDecoder conditions;
    private final EffectDecoder effects;
    private final ClockDecoder clockDecoder;
    private final CourseDecoder courseDecoder;
    private final TrackDecoder trackDecoder;

    private final List<Track> tracks = new ArrayList<>();
    private final List<ClockDraft> clockDrafts = new ArrayList<>();
    private final List<CourseDraft> courseDrafts = new ArrayList<>();
    private Naming naming;
    private List<Course> courses = List.of();
    private List<Solved> solved = List.of();

    /**
     * Nothing is read yet.
     *
     * @param file the file in hand, as the user named it
     * @param whole whether everything is declared here; a fragment alone speaks of what others declare
     */
    public JourneyDecoder(String file, Declarations declared, boolean whole, Parameters parameters, Problems problems) {
        this.file = file;
        this.declared = declared;
        this.whole = whole;
        this.problems = problems;
        Values values = new Values(parameters, problems);
        vocabulary = new Vocabulary(whole, problems);
        conditions = new ConditionDecoder(vocabulary, problems);
        facts = new Facts(declared.of(Section.POPULATION), whole, values, conditions, vocabulary, problems);
        UseDecoder uses = new UseDecoder(facts, values, problems);
        effects = new EffectDecoder(vocabulary, uses, problems);
        ChanceDecoder chances = new ChanceDecoder(values, problems);
        ChoiceDecoder choices = new ChoiceDecoder(conditions, effects, chances, problems);
        doors = new Doors(effects, values, vocabulary, problems);
        clockDecoder = new ClockDecoder(conditions, effects, choices, values, problems);
        courseDecoder =
                new CourseDecoder(clockDecoder, conditions, effects, choices, uses, parameters, values, problems);
        trackDecoder = new TrackDecoder(facts, conditions, chances, values, vocabulary, problems);
    }

    public Doors doors() {
        return doors;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public EffectDecoder effects() {
        return effects;
    }

    /** The names of the facts of the population. */
    public Set<String> facts() {
        return facts.names();
    }

    /** The clocks that have a hazard. */
    public Set<String> hazardClocks() {
        Set<String> names = new LinkedHashSet<>();
        clockDrafts.stream().filter(clock -> clock.hazard() != null).forEach(clock -> names.add(clock.name()));
        return names;
    }

    /** The clocks that could not be read. */
    public Set<String> refusedClocks() {
        Set<String> names = new LinkedHashSet<>();
        declared.of(Section.CLOCKS).forEach(clock -> names.add(clock.name()));
        clockDrafts.forEach(clock -> names.remove(clock.name()));
        return names;
    }

    public List<Solved> solved() {
        return solved;
    }

    /** The courses that the journey has written out in it. */
    public List<Course> courses() {
        return courses;
    }

    public Map<String, FactOrigin> originOfFacts() {
        Map<String, FactOrigin> origins = new LinkedHashMap<>();
        facts.all().forEach(fact -> origins.put(fact.name(), new FactOrigin(fact.dimension(), fact.provenance())));
        return origins;
    }

    /** Reads everything that stands in the files; what was refused is left out and reported. */
    public void read() {
        List<DeclaredTrack> declaredTracks = DeclaredTrack.all(declared, problems);
        naming = Naming.of(declared, declaredTracks, vocabulary, problems);
        facts.all();
        declaredTracks.forEach(track -> trackDecoder.decode(track).ifPresent(tracks::add));
        doors.read(declared.of(Section.DOORS));
        for (Entry clock : declared.of(Section.CLOCKS)) {
            clockDecoder.decode(clock.key(), clock.value()).ifPresent(clockDrafts::add);
        }
        for (Entry course : declared.of(Section.COURSES)) {
            courseDecoder.decode(course).ifPresent(courseDrafts::add);
        }
    }

    /** The journey, once all marks are known and the hazards are solved; nothing where something was refused. */
    public Optional<Journey> journey() {
        checkNames();
        if (!whole) {
            return Optional.empty();
        }
        List<ConditionDecoder.Asked> clear = conditions.asked().stream()
                .filter(one -> !effects.isUnclear(one.track()))
                .toList();
        UnreachableStates.report(file, clear, tracks, effects.reached(), problems);
        List<Fact> known = facts.all().stream().map(Facts.Known::fact).toList();
        EntryCircles.report(known, tracks, naming.states(), problems);
        JourneyAssembly assembly = new JourneyAssembly(tracks, clockDrafts, courseDrafts, problems);
        solved = assembly.solved();
        courses = assembly.courses();
        Optional<Journey> journey = problems.hasErrors() ? Optional.empty() : assembly.journey(known);
        journey.ifPresent(one -> {
            ZeroTimeLoops.report(one, naming.clocks(), problems);
            DeathMark.warnOfClocks(one, naming.clocks(), problems);
        });
        return problems.hasErrors() ? Optional.empty() : journey;
    }

    /**
     * Clocks that wait for ever are reported, once all that was written has been read well.
     *
     * @param cameWith marks with which patients come in
     */
    public void refuseEndlessWaits(Set<String> cameWith) {
        if (!problems.hasErrors()) {
            Set<String> all = new LinkedHashSet<>(cameWith);
            all.addAll(doors.marks());
            EndlessWaits.report(file, clockDrafts, courseDrafts, declared.of(Section.COURSES), all, problems);
        }
    }

    /** Marks that clocks run since, and clocks that others compete with, are there. */
    private void checkNames() {
        List<ClockDraft> all = new ArrayList<>(clockDrafts);
        courseDrafts.forEach(course -> all.add(course.start()));
        List<String> names = new ArrayList<>();
        declared.of(Section.CLOCKS).forEach(clock -> names.add(clock.name()));
        declared.of(Section.COURSES).forEach(course -> names.add(course.name()));
        for (ClockDraft clock : all) {
            if (clock.since() != null) {
                vocabulary.checkMark(clock.since().text(), clock.since().at());
            }
            if (whole && clock.hazard() instanceof HazardDraft.Reaching reaching) {
                reaching.beside().stream()
                        .filter(rival -> !names.contains(rival.text()))
                        .forEach(rival -> problems.error(
                                rival.at(),
                                "there is no clock '" + rival.text() + "'",
                                Nearest.to(rival.text(), names)));
            }
        }
    }
}
