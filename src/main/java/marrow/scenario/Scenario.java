package marrow.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marrow.journey.Course;
import marrow.journey.Entry;
import marrow.journey.Journey;
import marrow.scenario.journey.Solved;
import marrow.scenario.patient.FactOrigin;
import marrow.scenario.text.Problem;
import marrow.scenario.trial.Trial;
import marrow.scenario.value.Parameter;
import marrow.trial.Arm;

/**
 * A scenario as understood.
 *
 * @param study what the scenario says of its study: phase, registration
 * @param fragments the files of its journey, as named from where the scenario was named
 * @param facts what each fact of the population counts, and what stands behind it
 * @param journey of the first arm, with the courses written out in it
 * @param horizonDays until when a patient is followed, patient time
 * @param trial what is asked of whom, where the scenario has a trial
 * @param sweep at which points it is asked, where the scenario says so
 * @param solved the points that hazards were solved to go through
 * @param about sentences for the reader, by the name of the fragment, clock or course
 */
public record Scenario(
        String name,
        String title,
        Map<String, String> study,
        List<String> fragments,
        List<Parameter> parameters,
        Map<String, FactOrigin> facts,
        Journey journey,
        List<Course> courses,
        Entry entry,
        long seed,
        double horizonDays,
        Optional<Trial> trial,
        Optional<Sweep> sweep,
        List<Solved> solved,
        Map<String, String> about,
        List<Problem> warnings) {
    public Scenario {
        study = Collections.unmodifiableMap(new LinkedHashMap<>(study));
        fragments = List.copyOf(fragments);
        parameters = List.copyOf(parameters);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        courses = List.copyOf(courses);
        solved = List.copyOf(solved);
        about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
        warnings = List.copyOf(warnings);
    }

    /** The same scenario, whose patients live as those of this arm do. */
    public Scenario of(Arm arm) {
        return new Scenario(
                name,
                title,
                study,
                fragments,
                parameters,
                facts,
                arm.journey(),
                courses,
                arm.entry(),
                seed,
                horizonDays,
                trial,
                sweep,
                solved,
                about,
                warnings);
    }
}
