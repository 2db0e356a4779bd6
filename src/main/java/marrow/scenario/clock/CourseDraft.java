package marrow.scenario.clock;

import java.util.List;
import java.util.Optional;
import marrow.dist.Distribution;
import marrow.dist.Hazard;
import marrow.journey.Case;
import marrow.journey.Condition;
import marrow.journey.Course;
import marrow.journey.Effect;
import marrow.scenario.text.Problems;

/** A course as written, all but the hazard of its start where that is still to be solved. Fields as in {@link Course}. */
public record CourseDraft(
        ClockDraft start,
        String drug,
        Condition needs,
        String scaledBy,
        List<Course.Dose> doses,
        Distribution length,
        Course.Extension extension,
        List<Course.Toxicity> toxicities,
        List<Course.Companion> companions,
        Distribution hold,
        double vialUg,
        double hospitalDays,
        Course.Prices prices,
        Effect end,
        List<Case> endCases) {

    public Optional<Course> course(Hazard solved, Problems problems) {
        return start.clock(solved, problems)
                .flatMap(clock -> problems.attempt(
                        start.at(),
                        () -> new Course(
                                start.name(),
                                drug,
                                clock,
                                needs,
                                scaledBy,
                                doses,
                                length,
                                extension,
                                toxicities,
                                companions,
                                hold,
                                vialUg,
                                hospitalDays,
                                prices,
                                end,
                                endCases)));
    }
}
